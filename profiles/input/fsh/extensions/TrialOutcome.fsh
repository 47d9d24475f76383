Extension: TrialOutcome
Id: trial-outcome
Title: "Trial outcome"
Description: "What became of a treatment trial, as recorded."
* ^context.type = #element
* ^context.expression = "MedicationStatement"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TrialOutcomeVS (required)
