Instance: tms-course-order-example
InstanceOf: TmsCourseOrder
Usage: #example
Title: "An order of 36 sessions"
Description: "Intermittent theta-burst stimulation over the left prefrontal cortex."
* extension[sessionsPrescribed].valuePositiveInt = 36
* extension[prescription].extension[pattern].valueCodeableConcept = $tms#itbs
* extension[prescription].extension[target].valueCodeableConcept = $tms#dlpfc
* extension[prescription].extension[laterality].valueCodeableConcept = $tms#left
* extension[prescription].extension[trains].valueUnsignedInt = 20
* extension[prescription].extension[pulsesPerTrain].valueUnsignedInt = 30
* extension[prescription].extension[pulsesTotal].valueUnsignedInt = 600
* extension[prescription].extension[intensityPctMT].valueDecimal = 120
* extension[prescription].extension[sessions].valueUnsignedInt = 36
* status = #active
* intent = #order
* category[neuromodulation] = $tms#neuromodulation
* code = $tms#tms-course
* subject = Reference(Patient/example)
* reasonReference = Reference(Condition/trd-condition-example)
