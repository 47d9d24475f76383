Instance: trd-ect-session-example
InstanceOf: TrdEctSession
Usage: #example
Title: "The third treatment"
Description: "Right unilateral, with a seizure of 38 seconds in the EEG."
* extension[number].valuePositiveInt = 3
* extension[placement].valueCodeableConcept = $trd#right-unilateral
* extension[seizure].extension[motorSeconds].valueDecimal = 27
* extension[seizure].extension[eegSeconds].valueDecimal = 38
* partOf = Reference(Procedure/trd-ect-course-example)
* status = #completed
* category = $trd#ect
* code = $trd#ect-session
* subject = Reference(Patient/example)
* performedPeriod.start = "2026-03-06T08:00:00-06:00"
* performedPeriod.end = "2026-03-06T08:25:00-06:00"
