Instance: ScreenTmsSafety
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Task: TMS safety screen"
Description: "Somebody asks the safety screen before the first session."
* insert Activity(screen-tms-safety, ScreenTmsSafety, Task, $trd#safety-review)
* title = "Task: TMS safety screen"
* description = "Somebody asks the safety screen before the first session."
* relatedArtifact.type = #depends-on
* relatedArtifact.resource = "https://trd-care.github.io/fhir/Questionnaire/tms-safety-screen"
