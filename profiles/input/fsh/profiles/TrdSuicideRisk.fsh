Profile: TrdSuicideRisk
Parent: Observation
Id: trd-suicide-risk
Title: "Suicide risk"
Description: "The level of risk that a screener or a clinician found, with the answers it rests on."
* obeys trd-risk-1
* partOf MS
* status MS
* insert CategorySlice(survey, $observation-category#survey)
* code MS
* code from SuicideRiskCodeVS (extensible)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer MS
* value[x] 1..1 MS
* value[x] only CodeableConcept
* valueCodeableConcept from SuicideRiskLevelVS (required)
* note MS
* derivedFrom MS
* component MS
* component.code from CssrsItemVS (extensible)
* component.value[x] only CodeableConcept
