Instance: trd-symptom-example
InstanceOf: TrdSymptom
Usage: #example
Title: "Loss of interest"
Description: "Severe since April."
* status = #final
* code = $trd#anhedonia
* subject = Reference(Patient/example)
* effectivePeriod.start = "2026-04-14"
* valueCodeableConcept = $trd#severe
