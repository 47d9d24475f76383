Instance: InstantiateOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Instantiate a protocol"
Description: "Stores a protocol as CarePlan, Goals, ServiceRequests, Tasks and Provenance, once and whole, or previews it."
* insert Operation(instantiate, PlanDefinition, true, false, true)
* name = "InstantiateOperation"
* title = "Instantiate a protocol"
* description = "Stores a protocol as CarePlan, Goals, ServiceRequests, Tasks and Provenance, once and whole, or previews it."
* insert Asked(subject, 1, 1, string)
* insert Asked(condition, 0, 1, id)
* insert Asked(start, 0, 1, date)
* insert Asked(author, 0, 1, string)
* insert Asked(organization, 0, 1, id)
* insert Asked(dryRun, 0, 1, boolean)
* insert Group(input, in, 0, *)
* insert InGroup(name, in, 1, 1, string)
* insert InGroup(value, in, 1, 1, Type)
* insert Answered(return, 1, 1, Bundle)
