Instance: PertainsToGoalSearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search by goal"
Description: "Orders, courses and sessions that serve one goal."
* insert Searchable(pertains-to-goal, PertainsToGoalSearch, pertains-to-goal, reference)
* description = "Orders, courses and sessions that serve one goal."
* base[0] = #Procedure
* base[1] = #ServiceRequest
* expression = "Procedure.extension('http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal').value | ServiceRequest.extension('http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal').value"
* target = #Goal
