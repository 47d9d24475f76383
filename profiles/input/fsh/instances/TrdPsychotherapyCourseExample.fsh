Instance: trd-psychotherapy-course-example
InstanceOf: TrdPsychotherapyCourse
Usage: #example
Title: "Cognitive behavioural therapy"
Description: "A course by itself, under way."
* extension[modality].valueCodeableConcept = $trd#cbt
* extension[format].valueCodeableConcept = $trd#individual
* status = #in-progress
* category = $trd#psychotherapy
* code = $trd#psychotherapy-course
* subject = Reference(Patient/example)
* performedPeriod.start = "2026-02-03"
