Instance: MeasurePhq9
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Task: PHQ-9 every week"
Description: "The patient answers the PHQ-9 once a week."
* insert Activity(measure-phq9, MeasurePhq9, Task, $trd#measure-due)
* title = "Task: PHQ-9 every week"
* description = "The patient answers the PHQ-9 once a week."
* timingTiming.repeat.frequency = 1
* timingTiming.repeat.period = 1
* timingTiming.repeat.periodUnit = #wk
