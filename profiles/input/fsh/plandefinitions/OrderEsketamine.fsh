Instance: OrderEsketamine
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: esketamine"
Description: "Intranasal esketamine under observation."
* insert Activity(order-esketamine, OrderEsketamine, MedicationRequest, $trd#ketamine)
* title = "Order: esketamine"
* description = "Intranasal esketamine under observation."
* productCodeableConcept = $rxnorm#2119365
