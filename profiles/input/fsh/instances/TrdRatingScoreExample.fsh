Instance: trd-rating-score-example
InstanceOf: TrdRatingScore
Usage: #example
Title: "A PHQ-9 of 19"
Description: "A total before the first session."
* status = #final
* category[survey] = $observation-category#survey
* code = $loinc#44261-6
* subject = Reference(Patient/example)
* effectiveDateTime = "2026-05-11T09:00:00-05:00"
* valueQuantity = 19 '{score}'
