Extension: InstantiateInput
Id: instantiate-input
Title: "Input of a protocol"
Description: "What must or may be said when a protocol is instantiated for a patient."
* ^context.type = #element
* ^context.expression = "PlanDefinition"
* insert Part(name, 1..1, string, [[The name under which the value is given]])
* insert Part(type, 1..1, code, [[FHIR data type of the value]])
* insert Part(required, 1..1, boolean, [[Whether instantiation is refused without it]])
* insert Part(text, 1..1, string, [[What is asked, in words]])
