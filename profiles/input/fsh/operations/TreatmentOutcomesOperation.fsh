Instance: TreatmentOutcomesOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Treatment outcomes"
Description: "The series of each scale, and response, remission, relapse and recurrence per treatment step."
* insert Operation(treatment-outcomes, Patient, false, false, true)
* name = "TreatmentOutcomesOperation"
* title = "Treatment outcomes"
* description = "The series of each scale, and response, remission, relapse and recurrence per treatment step."
* insert Asked(asOf, 0, 1, dateTime)
* insert Asked(condition, 0, 1, id)
* insert Asked(scale, 0, *, code)
* insert Group(series, out, 0, *)
* insert InGroup(scale, out, 1, 1, code)
* insert PointInGroup(point, *)
* insert OutcomeOfStep(step, *)
* insert Findings(missing)
* insert Findings(conflict)
