Profile: TrdQuestionnaireResponse
Parent: QuestionnaireResponse
Id: trd-questionnaire-response
Title: "Answers in treatment-resistant depression"
Description: "Answers to one questionnaire by or about one patient."
* questionnaire 1..1 MS
* status MS
* subject 1..1 MS
* subject only Reference(Patient)
* authored 1..1 MS
* author MS
* source MS
* item MS
