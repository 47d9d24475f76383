Extension: TreatmentStrategy
Id: treatment-strategy
Title: "Treatment strategy"
Description: "The step that a treatment takes in the whole plan."
* ^context[0].type = #element
* ^context[0].expression = "MedicationStatement"
* ^context[1].type = #element
* ^context[1].expression = "MedicationRequest"
* ^context[2].type = #element
* ^context[2].expression = "Procedure"
* ^context[3].type = #element
* ^context[3].expression = "ServiceRequest"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TreatmentStrategyVS (required)
