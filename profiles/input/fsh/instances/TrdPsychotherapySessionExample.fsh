Instance: trd-psychotherapy-session-example
InstanceOf: TrdPsychotherapySession
Usage: #example
Title: "The fourth visit"
Description: "Homework was done in part."
* extension[number].valuePositiveInt = 4
* extension[homework].valueCodeableConcept = $trd#homework-partly
* partOf = Reference(Procedure/trd-psychotherapy-course-example)
* status = #completed
* category = $trd#psychotherapy
* code = $trd#psychotherapy-session
* subject = Reference(Patient/example)
* performedPeriod.start = "2026-02-24T15:00:00-06:00"
* performedPeriod.end = "2026-02-24T15:50:00-06:00"
