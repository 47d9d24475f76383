Instance: OrderTmsMaintenance
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: Maintenance"
Description: "The order that the protocol makes. Sessions that keep a response, with the block of the earlier order."
* insert Activity(order-tms-maintenance, OrderTmsMaintenance, ServiceRequest, $tms#tms-course)
* title = "Order: Maintenance"
* description = "The order that the protocol makes. Sessions that keep a response, with the block of the earlier order."
* profile = "https://trd-care.github.io/fhir/StructureDefinition/tms-course-order"
