Instance: CarePlanDocumentOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Care plan document"
Description: "The plan as a FHIR document."
* insert Operation(care-plan-document, CarePlan, false, false, true)
* name = "CarePlanDocumentOperation"
* title = "Care plan document"
* description = "The plan as a FHIR document."
* insert Asked(asOf, 0, 1, dateTime)
* insert Answered(return, 1, 1, Bundle)
