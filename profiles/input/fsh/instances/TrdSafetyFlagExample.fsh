Instance: trd-safety-flag-example
InstanceOf: TrdSafetyFlag
Usage: #example
Title: "A clip in the head"
Description: "An absolute contraindication of TMS."
* extension[tier].valueCodeableConcept = $trd#absolute
* extension[treatment].valueCodeableConcept = $trd#tms
* extension[detail].valueReference = Reference(QuestionnaireResponse/tms-safety-screen-example)
* status = #active
* category[safety] = $flag-category#safety
* code = $trd#metal-in-head
* subject = Reference(Patient/example)
* period.start = "2026-05-14T10:40:00-05:00"
