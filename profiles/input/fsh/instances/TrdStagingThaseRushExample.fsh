Instance: trd-staging-thase-rush-example
InstanceOf: TrdStaging
Usage: #example
Title: "Thase-Rush stage II"
Description: "Drugs of two clearly different classes failed."
* status = #final
* category[survey] = $observation-category#survey
* code = $trd#thase-rush-stage
* subject = Reference(Patient/example)
* focus = Reference(Condition/trd-condition-example)
* effectiveDateTime = "2026-05-14T10:00:00-05:00"
* performer = Reference(PractitionerRole/example)
* valueCodeableConcept = $trd#thase-rush-2
