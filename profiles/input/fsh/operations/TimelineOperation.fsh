Instance: TimelineOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Timeline"
Description: "Everything in time order: the page of the patient from one answer."
* insert Operation(timeline, Patient, false, false, true)
* name = "TimelineOperation"
* title = "Timeline"
* description = "Everything in time order: the page of the patient from one answer."
* insert Asked(asOf, 0, 1, dateTime)
* insert Asked(condition, 0, 1, id)
* insert Asked(policy, 0, 1, code)
* insert Asked(scale, 0, *, code)
* insert Group(event, out, 0, *)
* insert InGroup(kind, out, 1, 1, code)
* insert InGroup(start, out, 1, 1, dateTime)
* insert InGroup(end, out, 0, 1, dateTime)
* insert InGroup(title, out, 0, 1, string)
* insert InGroup(status, out, 0, 1, code)
* insert InGroup(value, out, 0, 1, Type)
* insert InGroup(reference, out, 0, 1, Reference)
* insert Answered(resistance, 0, 1, Element)
* parameter[=].documentation = "Parts as in the answer of $treatment-resistance."
* insert Answered(outcomes, 0, 1, Element)
* parameter[=].documentation = "Parts as in the answer of $treatment-outcomes."
* insert Answered(course, 0, *, Element)
* parameter[=].documentation = "Parts as in the answer of $course-summary."
* insert Answered(progress, 0, *, Element)
* parameter[=].documentation = "Parts as in the answer of $progress."
* insert Answered(eligibility, 0, *, Element)
* parameter[=].documentation = "Parts as in the answer of $tms-eligibility."
