Instance: MedicationStatementReasonSearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search trials by episode"
Description: "Trials of one depressive episode."
* insert Searchable(medication-statement-reason, MedicationStatementReasonSearch, reason-reference, reference)
* description = "Trials of one depressive episode."
* base[0] = #MedicationStatement
* expression = "MedicationStatement.reasonReference"
* target[0] = #Condition
* target[1] = #Observation
* target[2] = #DiagnosticReport
