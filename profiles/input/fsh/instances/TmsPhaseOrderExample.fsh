Instance: tms-phase-order-example
InstanceOf: TmsPhaseOrder
Usage: #example
Title: "A taper of six sessions"
Description: "Two sessions a week after the acute phase, with the block of the course order."
* extension[phase].valueCodeableConcept = $tms#taper
* extension[sessionsPrescribed].valuePositiveInt = 6
* extension[prescription].extension[pattern].valueCodeableConcept = $tms#itbs
* extension[prescription].extension[target].valueCodeableConcept = $tms#dlpfc
* extension[prescription].extension[laterality].valueCodeableConcept = $tms#left
* extension[prescription].extension[trains].valueUnsignedInt = 20
* extension[prescription].extension[pulsesPerTrain].valueUnsignedInt = 30
* extension[prescription].extension[pulsesTotal].valueUnsignedInt = 600
* extension[prescription].extension[intensityPctMT].valueDecimal = 120
* extension[prescription].extension[sessions].valueUnsignedInt = 6
* extension[prescription].extension[sessionsPerWeek].valueUnsignedInt = 2
* basedOn = Reference(ServiceRequest/tms-course-order-example)
* status = #active
* intent = #order
* category[neuromodulation] = $tms#neuromodulation
* code = $tms#tms-phase
* subject = Reference(Patient/example)
* occurrencePeriod.start = "2026-07-13"
* reasonReference = Reference(Condition/trd-condition-example)
