Instance: TmsLateralitySearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search TMS by side"
Description: "Orders and sessions with a block on one side."
* insert Searchable(tms-laterality, TmsLateralitySearch, tms-laterality, token)
* description = "Orders and sessions with a block on one side."
* base[0] = #ServiceRequest
* base[1] = #Procedure
* expression = "ServiceRequest.extension('https://trd-care.github.io/fhir/StructureDefinition/tms-prescription').extension('laterality').value | Procedure.extension('https://trd-care.github.io/fhir/StructureDefinition/tms-delivered').extension('laterality').value"
