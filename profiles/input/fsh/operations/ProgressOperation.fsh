Instance: ProgressOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Progress"
Description: "Each goal of a plan with its target, latest measure and trend; the activities, and what is overdue, with what was not observed after a dose of (es)ketamine and what keeps a patient from release."
* insert Operation(progress, CarePlan, false, false, true)
* name = "ProgressOperation"
* title = "Progress"
* description = "Each goal of a plan with its target, latest measure and trend; the activities, and what is overdue, with what was not observed after a dose of (es)ketamine and what keeps a patient from release."
* insert Asked(asOf, 0, 1, dateTime)
* insert Group(goal, out, 0, *)
* insert InGroup(theme, out, 0, 1, code)
* insert InGroup(measure, out, 0, 1, Coding)
* insert InGroup(target, out, 0, 1, Type)
* insert InGroup(latest, out, 0, 1, Type)
* insert InGroup(window, out, 0, 1, Period)
* insert InGroup(achievement, out, 0, 1, code)
* insert InGroup(trend, out, 0, 1, code)
* insert InGroup(due, out, 0, 1, date)
* insert InGroup(evidence, out, 0, *, Reference)
* insert Group(activity, out, 0, *)
* insert InGroup(reference, out, 1, 1, Reference)
* insert InGroup(status, out, 0, 1, code)
* insert InGroup(overdue, out, 0, 1, boolean)
* insert Findings(overdue)
