Instance: trd-task-example
InstanceOf: TrdTask
Usage: #example
Title: "An alert that was answered"
Description: "The psychiatrist called the patient and agreed on a safety plan."
* status = #completed
* intent = #order
* priority = #urgent
* code = $trd#acknowledge-safety-alert
* focus = Reference(Flag/trd-safety-flag-example)
* for = Reference(Patient/example)
* authoredOn = "2026-05-11T09:05:00-05:00"
* owner = Reference(PractitionerRole/example)
* restriction.period.end = "2026-05-12T09:05:00-05:00"
* output.type = $trd#disposition
* output.valueString = "Called the patient; safety plan agreed."
