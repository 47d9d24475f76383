Instance: CarePlanChangedTopic
InstanceOf: Basic
Usage: #definition
Title: "Care plan changed"
Description: "A plan of depression care was made or changed."
* insert Topic(care-plan-changed, CarePlanChangedTopic, Care plan changed, [[A plan of depression care was made or changed.]])
* insert Trigger(CarePlan, [[CarePlan?category=https://trd-care.github.io/fhir/CodeSystem/trd-codes|trd-care]])
* insert Filter(CarePlan, patient, [[Plans of one patient.]])
* insert Filter(CarePlan, status, [[Plans of one status, such as active.]])
* insert Shape(CarePlan, CarePlan:patient)
