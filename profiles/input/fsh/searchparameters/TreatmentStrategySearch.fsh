Instance: TreatmentStrategySearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search by strategy"
Description: "Trials, prescriptions, orders and treatments that are one kind of step, such as an augmentation."
* insert Searchable(treatment-strategy, TreatmentStrategySearch, treatment-strategy, token)
* description = "Trials, prescriptions, orders and treatments that are one kind of step, such as an augmentation."
* base[0] = #MedicationStatement
* base[1] = #MedicationRequest
* base[2] = #Procedure
* base[3] = #ServiceRequest
* expression = "MedicationStatement.extension('https://trd-care.github.io/fhir/StructureDefinition/treatment-strategy').value | MedicationRequest.extension('https://trd-care.github.io/fhir/StructureDefinition/treatment-strategy').value | Procedure.extension('https://trd-care.github.io/fhir/StructureDefinition/treatment-strategy').value | ServiceRequest.extension('https://trd-care.github.io/fhir/StructureDefinition/treatment-strategy').value"
