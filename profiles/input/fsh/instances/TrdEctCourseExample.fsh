Instance: trd-ect-course-example
InstanceOf: TrdEctCourse
Usage: #example
Title: "An ECT course that ended"
Description: "Eight treatments with a response."
* extension[sessionsDelivered].valueUnsignedInt = 8
* status = #completed
* category = $trd#ect
* code = $trd#ect-course
* subject = Reference(Patient/example)
* performedPeriod.start = "2026-03-02"
* performedPeriod.end = "2026-03-27"
* outcome = $trd#response
