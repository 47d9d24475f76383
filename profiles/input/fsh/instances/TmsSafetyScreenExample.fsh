Instance: tms-safety-screen-example
InstanceOf: TmsSafetyScreen
Usage: #example
Title: "One yes"
Description: "Metal in the head, nothing else."
* questionnaire = "https://trd-care.github.io/fhir/Questionnaire/tms-safety-screen"
* status = #completed
* subject = Reference(Patient/example)
* authored = "2026-05-14T10:40:00-05:00"
* item[0].linkId = "metal-in-head"
* item[0].answer.valueBoolean = true
* item[1].linkId = "electronic-implant"
* item[1].answer.valueBoolean = false
* item[2].linkId = "seizure"
* item[2].answer.valueBoolean = false
* item[3].linkId = "brain-lesion"
* item[3].answer.valueBoolean = false
* item[4].linkId = "pregnancy"
* item[4].answer.valueBoolean = false
* item[5].linkId = "mania-or-psychosis"
* item[5].answer.valueBoolean = false
* item[6].linkId = "hearing"
* item[6].answer.valueBoolean = false
* item[7].linkId = "threshold-drug"
* item[7].answer.valueBoolean = false
* item[8].linkId = "alcohol-or-sleep-loss"
* item[8].answer.valueBoolean = false
