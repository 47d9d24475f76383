Instance: tms-session-example
InstanceOf: TmsSession
Usage: #example
Title: "Session 12"
Description: "A complete 10 Hz session over the left prefrontal cortex."
* extension[number].valuePositiveInt = 12
* extension[delivered].extension[pattern].valueCodeableConcept = $tms#rtms
* extension[delivered].extension[target].valueCodeableConcept = $tms#dlpfc
* extension[delivered].extension[laterality].valueCodeableConcept = $tms#left
* extension[delivered].extension[trainDurationS].valueDecimal = 4
* extension[delivered].extension[pulseRateHz].valueDecimal = 10
* extension[delivered].extension[trains].valueUnsignedInt = 75
* extension[delivered].extension[interTrainIntervalS].valueDecimal = 26
* extension[delivered].extension[itiConvention].valueCode = #end-to-start
* extension[delivered].extension[pulsesPerTrain].valueUnsignedInt = 40
* extension[delivered].extension[pulsesTotal].valueUnsignedInt = 3000
* extension[delivered].extension[intensityPctMT].valueDecimal = 120
* extension[delivered].extension[intensityPctMSO].valueDecimal = 62
* partOf = Reference(Procedure/tms-course-example)
* status = #completed
* category = $tms#neuromodulation
* code = $tms#tms-session
* subject = Reference(Patient/example)
* performedPeriod.start = "2026-06-16T09:00:00-05:00"
* performedPeriod.end = "2026-06-16T09:38:00-05:00"
