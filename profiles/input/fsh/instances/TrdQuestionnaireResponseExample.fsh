Instance: trd-questionnaire-response-example
InstanceOf: TrdQuestionnaireResponse
Usage: #example
Title: "Two questions"
Description: "The PHQ-2 of one morning."
* questionnaire = "https://trd-care.github.io/fhir/Questionnaire/phq-2"
* status = #completed
* subject = Reference(Patient/example)
* authored = "2026-05-11T09:00:00-05:00"
* item[0].linkId = "44250-9"
* item[0].answer.valueCoding = $loinc#LA6570-1
* item[1].linkId = "44255-8"
* item[1].answer.valueCoding = $loinc#LA6571-9
* item[2].linkId = "55758-7"
* item[2].answer.valueInteger = 5
