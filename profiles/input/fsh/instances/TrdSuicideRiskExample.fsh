Instance: trd-suicide-risk-example
InstanceOf: TrdSuicideRisk
Usage: #example
Title: "Moderate risk"
Description: "A method was thought of, without intent."
* status = #final
* category[survey] = $observation-category#survey
* code = $loinc#93374-7
* subject = Reference(Patient/example)
* effectiveDateTime = "2026-05-11T09:10:00-05:00"
* valueCodeableConcept = $trd#cssrs-moderate
* component[0].code = $loinc#93247-5
* component[0].valueCodeableConcept = $loinc#LA33-6
* component[1].code = $loinc#93248-3
* component[1].valueCodeableConcept = $loinc#LA33-6
* component[2].code = $loinc#93249-1
* component[2].valueCodeableConcept = $loinc#LA32-8
