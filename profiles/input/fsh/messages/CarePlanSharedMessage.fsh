Instance: CarePlanSharedMessage
InstanceOf: MessageDefinition
Usage: #definition
Title: "Care plan shared"
Description: "A plan of care with its goals, made or changed elsewhere."
* insert Message(care-plan-shared, CarePlanSharedMessage, [[Care plan shared]], [[A plan of care with its goals, made or changed elsewhere.]])
* insert Focus(CarePlan, 1, *)
* insert Focus(Goal, 0, *)
