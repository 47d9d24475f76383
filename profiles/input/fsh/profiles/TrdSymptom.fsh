Profile: TrdSymptom
Parent: Observation
Id: trd-symptom
Title: "Symptom of depression"
Description: "One symptom, how severe it is and since when."
* status MS
* code MS
* code from SymptomVS (extensible)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime or Period
* effective[x] ^short = "A period starts with the onset of the symptom"
* value[x] 1..1 MS
* value[x] only CodeableConcept
* valueCodeableConcept from SymptomSeverityVS (required)
* derivedFrom MS
