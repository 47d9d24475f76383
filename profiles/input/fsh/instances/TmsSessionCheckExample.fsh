Instance: tms-session-check-example
InstanceOf: TmsSessionCheck
Usage: #example
Title: "Nothing new"
Description: "Ready for the twelfth session."
* questionnaire = "https://trd-care.github.io/fhir/Questionnaire/pre-session-check"
* partOf = Reference(Procedure/tms-session-example)
* status = #completed
* subject = Reference(Patient/example)
* authored = "2026-06-16T08:50:00-05:00"
* item[0].linkId = "sleep-loss"
* item[0].answer.valueBoolean = false
* item[1].linkId = "alcohol"
* item[1].answer.valueBoolean = false
* item[2].linkId = "medication-change"
* item[2].answer.valueBoolean = false
* item[3].linkId = "new-implant"
* item[3].answer.valueBoolean = false
* item[4].linkId = "mood-worse"
* item[4].answer.valueBoolean = false
* item[5].linkId = "suicidal-thoughts"
* item[5].answer.valueBoolean = false
* item[6].linkId = "ear-protection"
* item[6].answer.valueBoolean = true
