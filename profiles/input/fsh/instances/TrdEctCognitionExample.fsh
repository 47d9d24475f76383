Instance: trd-ect-cognition-example
InstanceOf: TrdRatingScore
Usage: #example
Title: "Cognition after the third ECT treatment"
Description: "Total of the measure that the clinic uses, named in the text; it is part of the session."
* status = #final
* category[survey] = $observation-category#survey
* code = $trd#ect-cognition
* code.text = "Cognitive test of the clinic, 0 to 30"
* partOf = Reference(Procedure/trd-ect-session-example)
* subject = Reference(Patient/example)
* effectiveDateTime = "2026-03-06T10:00:00-06:00"
* valueQuantity = 26 '{score}'
