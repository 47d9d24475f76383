Instance: trd-function-score-example
InstanceOf: TrdRatingScore
Usage: #example
Title: "A Sheehan total of 18"
Description: "Function by its total alone."
* status = #final
* category[survey] = $observation-category#survey
* code = $trd#sheehan-total
* subject = Reference(Patient/example)
* effectiveDateTime = "2026-05-11T09:00:00-05:00"
* valueQuantity = 18 '{score}'
