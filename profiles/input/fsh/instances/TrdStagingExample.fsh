Instance: trd-staging-example
InstanceOf: TrdStaging
Usage: #example
Title: "A Maudsley total of 9"
Description: "Ill for 18 months, severe, four failed drugs, augmented once, no ECT."
* status = #final
* category[survey] = $observation-category#survey
* code = $trd#msm-total
* subject = Reference(Patient/example)
* focus = Reference(Condition/trd-condition-example)
* effectiveDateTime = "2026-05-14T10:00:00-05:00"
* performer = Reference(PractitionerRole/example)
* valueQuantity = 9 '{score}'
* component[0].code = $trd#msm-duration
* component[0].valueInteger = 2
* component[1].code = $trd#msm-severity
* component[1].valueInteger = 4
* component[2].code = $trd#msm-failures
* component[2].valueInteger = 2
* component[3].code = $trd#msm-augmentation
* component[3].valueInteger = 1
* component[4].code = $trd#msm-ect
* component[4].valueInteger = 0
