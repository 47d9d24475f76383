Extension: InstantiateInput
Id: instantiate-input
Title: "Input of a protocol"
Description: "What must or may be said when a protocol is instantiated for a patient."
* ^context.type = #element
* ^context.expression = "PlanDefinition"
* insert Part(name, 1..1, string)
* insert Part(type, 1..1, code)
* insert Part(required, 1..1, boolean)
* insert Part(text, 1..1, string)
