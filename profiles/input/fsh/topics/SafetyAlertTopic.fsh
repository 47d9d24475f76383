Instance: SafetyAlertTopic
InstanceOf: Basic
Usage: #definition
Title: "Safety alert"
Description: "Somebody must look at a patient now: the acknowledgement Task of an alert was opened, moved on, or fell due. Its focus is the Flag."
* insert Topic(safety-alert, SafetyAlertTopic, Safety alert, [[Somebody must look at a patient now: the acknowledgement Task of an alert was opened, moved on, or fell due. Its focus is the Flag.]])
* insert Trigger(Task, [[Task?code=https://trd-care.github.io/fhir/CodeSystem/trd-codes|acknowledge-safety-alert]])
* insert Filter(Task, patient, [[Alerts of one patient.]])
* insert Filter(Task, owner, [[Alerts that one clinician answers for.]])
* insert Filter(Task, status, [[Alerts of one status, such as requested.]])
* insert Shape(Task, Task:focus)
