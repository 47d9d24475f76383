Instance: OrderTmsItbsLeft
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: Theta burst, left"
Description: "The order that the protocol makes. Intermittent theta-burst stimulation of the left dorsolateral prefrontal cortex."
* insert Activity(order-tms-itbs-left, OrderTmsItbsLeft, ServiceRequest, $tms#tms-course)
* title = "Order: Theta burst, left"
* description = "The order that the protocol makes. Intermittent theta-burst stimulation of the left dorsolateral prefrontal cortex."
* profile = "https://trd-care.github.io/fhir/StructureDefinition/tms-course-order"
* insert Sessions(36)
* insert Block(itbs, dlpfc, left)
* insert BlockPart(trainDurationS, Decimal, 2)
* insert BlockPart(pulsesPerBurst, UnsignedInt, 3)
* insert BlockPart(intraBurstHz, Decimal, 50)
* insert BlockPart(burstRateHz, Decimal, 5)
* insert BlockPart(trains, UnsignedInt, 20)
* insert BlockPart(interTrainIntervalS, Decimal, 8)
* insert BlockPart(itiConvention, Code, #end-to-start)
* insert BlockPart(pulsesPerTrain, UnsignedInt, 30)
* insert BlockPart(pulsesTotal, UnsignedInt, 600)
* insert BlockPart(intensityPctMT, Decimal, 120)
* insert BlockPart(sessions, UnsignedInt, 36)
* insert BlockPart(sessionsPerDay, UnsignedInt, 1)
* insert BlockPart(sessionsPerWeek, UnsignedInt, 5)
