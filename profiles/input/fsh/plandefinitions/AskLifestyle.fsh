Instance: AskLifestyle
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Task: lifestyle check-in every week"
Description: "The patient tells of the week."
* insert Activity(ask-lifestyle, AskLifestyle, Task, $trd#measure-due)
* title = "Task: lifestyle check-in every week"
* description = "The patient tells of the week."
* timingTiming.repeat.frequency = 1
* timingTiming.repeat.period = 1
* timingTiming.repeat.periodUnit = #wk
