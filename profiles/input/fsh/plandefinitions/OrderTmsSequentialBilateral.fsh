Instance: OrderTmsSequentialBilateral
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: Sequential bilateral"
Description: "The order that the protocol makes. 1 Hz on the right, then 10 Hz on the left."
* insert Activity(order-tms-sequential-bilateral, OrderTmsSequentialBilateral, ServiceRequest, $tms#tms-course)
* title = "Order: Sequential bilateral"
* description = "The order that the protocol makes. 1 Hz on the right, then 10 Hz on the left."
* profile = "https://trd-care.github.io/fhir/StructureDefinition/tms-course-order"
* insert Block(rtms, dlpfc, right)
* insert BlockPart(pulseRateHz, Decimal, 1)
* insert BlockPart(pulsesTotal, UnsignedInt, 600)
* insert BlockPart(intensityPctMT, Decimal, 120)
* insert Block(rtms, dlpfc, left)
* insert BlockPart(pulseRateHz, Decimal, 10)
* insert BlockPart(pulsesTotal, UnsignedInt, 1500)
* insert BlockPart(intensityPctMT, Decimal, 120)
