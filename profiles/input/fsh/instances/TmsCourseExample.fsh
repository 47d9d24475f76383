Instance: tms-course-example
InstanceOf: TmsCourse
Usage: #example
Title: "A course under way"
Description: "A course that has started and has no totals yet."
* basedOn = Reference(ServiceRequest/tms-course-order-example)
* status = #in-progress
* category = $tms#neuromodulation
* code = $tms#tms-course
* subject = Reference(Patient/example)
* performedPeriod.start = "2026-06-01T09:00:00-05:00"
* extension[goal].valueReference = Reference(Goal/trd-goal-example)
