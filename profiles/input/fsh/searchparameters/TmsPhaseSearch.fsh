Instance: TmsPhaseSearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search TMS by phase"
Description: "Phase orders and sessions of one phase, such as the taper."
* insert Searchable(tms-phase, TmsPhaseSearch, tms-phase, token)
* description = "Phase orders and sessions of one phase, such as the taper."
* base[0] = #ServiceRequest
* base[1] = #Procedure
* expression = "ServiceRequest.extension('https://trd-care.github.io/fhir/StructureDefinition/session-phase').value | Procedure.extension('https://trd-care.github.io/fhir/StructureDefinition/session-phase').value"
