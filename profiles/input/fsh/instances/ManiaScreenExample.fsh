Instance: mania-screen-example
InstanceOf: TrdQuestionnaireResponse
Usage: #example
Title: "A mania screen without a yes"
Description: "Asked before the first session."
* questionnaire = "https://trd-care.github.io/fhir/Questionnaire/mania-screen"
* status = #completed
* subject = Reference(Patient/example)
* authored = "2026-05-14T10:30:00-05:00"
* item[0].linkId = "elevated-mood"
* item[0].answer.valueBoolean = false
* item[1].linkId = "diagnosed-mania"
* item[1].answer.valueBoolean = false
