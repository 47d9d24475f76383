Instance: CaseloadOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Caseload"
Description: "The courses under way, one line each: the page of the clinic."
* insert Operation(caseload, Procedure, false, true, false)
* name = "CaseloadOperation"
* title = "Caseload"
* description = "The courses under way, one line each: the page of the clinic."
* insert Asked(organization, 0, 1, id)
* insert Asked(status, 0, 1, code)
* insert Asked(asOf, 0, 1, dateTime)
* insert Asked(_count, 0, 1, integer)
* insert Asked(_offset, 0, 1, integer)
* insert Group(course, out, 0, *)
* insert InGroup(patient, out, 1, 1, Reference)
* insert InGroup(reference, out, 1, 1, Reference)
* insert InGroup(delivered, out, 1, 1, integer)
* insert InGroup(prescribed, out, 0, 1, integer)
* insert InGroup(next-slot, out, 0, 1, dateTime)
* insert InGroup(scale, out, 0, 1, code)
* insert PointInGroup(score, *)
* insert InGroup(flag, out, 0, *, Reference)
* insert Answered(total, 1, 1, integer)
