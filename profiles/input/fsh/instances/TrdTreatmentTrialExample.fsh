Instance: trd-treatment-trial-example
InstanceOf: TrdTreatmentTrial
Usage: #example
Title: "A sertraline trial"
Description: "Fifteen weeks without gain."
* extension[outcome].valueCodeableConcept = $trd#none
* extension[strategy].valueCodeableConcept = $trd#initial
* status = #stopped
* medicationCodeableConcept = $rxnorm#36437
* subject = Reference(Patient/example)
* effectivePeriod.start = "2025-08-11"
* effectivePeriod.end = "2025-11-23"
* reasonReference = Reference(Condition/trd-condition-example)
