Instance: ProcedureSessionNumberSearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search sessions by number"
Description: "The session of that number."
* insert Searchable(procedure-session-number, ProcedureSessionNumberSearch, session-number, number)
* description = "The session of that number."
* base[0] = #Procedure
* expression = "Procedure.extension('https://trd-care.github.io/fhir/StructureDefinition/session-number').value"
