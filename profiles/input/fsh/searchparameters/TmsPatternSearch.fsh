Instance: TmsPatternSearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search TMS by pattern"
Description: "Orders and sessions with a block of one pattern, such as theta burst."
* insert Searchable(tms-pattern, TmsPatternSearch, tms-pattern, token)
* description = "Orders and sessions with a block of one pattern, such as theta burst."
* base[0] = #ServiceRequest
* base[1] = #Procedure
* expression = "ServiceRequest.extension('https://trd-care.github.io/fhir/StructureDefinition/tms-prescription').extension('pattern').value | Procedure.extension('https://trd-care.github.io/fhir/StructureDefinition/tms-delivered').extension('pattern').value"
