Instance: AskPriorAuthorisation
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Task: prior authorisation"
Description: "Somebody asks the payer."
* insert Activity(ask-prior-authorisation, AskPriorAuthorisation, Task, $trd#prior-authorisation)
* title = "Task: prior authorisation"
* description = "Somebody asks the payer."
