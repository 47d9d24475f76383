Instance: ScreenMania
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Task: mania screen"
Description: "Somebody asks the mania screen before the first treatment and again during it."
* insert Activity(screen-mania, ScreenMania, Task, $trd#measure-due)
* title = "Task: mania screen"
* description = "Somebody asks the mania screen before the first treatment and again during it."
* relatedArtifact.type = #depends-on
* relatedArtifact.resource = "https://trd-care.github.io/fhir/Questionnaire/mania-screen"
