Instance: OrderTms10HzLeft
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: 10 Hz, left"
Description: "The order that the protocol makes. Standard 10 Hz stimulation of the left dorsolateral prefrontal cortex."
* insert Activity(order-tms-10hz-left, OrderTms10HzLeft, ServiceRequest, $tms#tms-course)
* title = "Order: 10 Hz, left"
* description = "The order that the protocol makes. Standard 10 Hz stimulation of the left dorsolateral prefrontal cortex."
* profile = "https://trd-care.github.io/fhir/StructureDefinition/tms-course-order"
* insert Sessions(36)
* insert Block(rtms, dlpfc, left)
* insert BlockPart(trainDurationS, Decimal, 4)
* insert BlockPart(pulseRateHz, Decimal, 10)
* insert BlockPart(trains, UnsignedInt, 75)
* insert BlockPart(interTrainIntervalS, Decimal, 26)
* insert BlockPart(itiConvention, Code, #end-to-start)
* insert BlockPart(pulsesPerTrain, UnsignedInt, 40)
* insert BlockPart(pulsesTotal, UnsignedInt, 3000)
* insert BlockPart(intensityPctMT, Decimal, 120)
* insert BlockPart(sessions, UnsignedInt, 36)
* insert BlockPart(sessionsPerDay, UnsignedInt, 1)
* insert BlockPart(sessionsPerWeek, UnsignedInt, 5)
