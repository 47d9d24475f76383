Instance: OrderTms1HzRight
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: 1 Hz, right"
Description: "The order that the protocol makes. Low-frequency stimulation of the right dorsolateral prefrontal cortex; pulses and intensity are for the prescriber to say."
* insert Activity(order-tms-1hz-right, OrderTms1HzRight, ServiceRequest, $tms#tms-course)
* title = "Order: 1 Hz, right"
* description = "The order that the protocol makes. Low-frequency stimulation of the right dorsolateral prefrontal cortex; pulses and intensity are for the prescriber to say."
* profile = "https://trd-care.github.io/fhir/StructureDefinition/tms-course-order"
