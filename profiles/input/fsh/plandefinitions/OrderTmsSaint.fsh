Instance: OrderTmsSaint
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: Accelerated theta burst (SAINT)"
Description: "The order that the protocol makes. Ten sessions a day on five days, at least 50 minutes apart."
* insert Activity(order-tms-saint, OrderTmsSaint, ServiceRequest, $tms#tms-course)
* title = "Order: Accelerated theta burst (SAINT)"
* description = "The order that the protocol makes. Ten sessions a day on five days, at least 50 minutes apart."
* profile = "https://trd-care.github.io/fhir/StructureDefinition/tms-course-order"
* insert Sessions(50)
* insert Block(itbs, dlpfc, left)
* insert BlockPart(trainDurationS, Decimal, 2)
* insert BlockPart(pulsesPerBurst, UnsignedInt, 3)
* insert BlockPart(intraBurstHz, Decimal, 50)
* insert BlockPart(burstRateHz, Decimal, 5)
* insert BlockPart(trains, UnsignedInt, 60)
* insert BlockPart(interTrainIntervalS, Decimal, 8)
* insert BlockPart(itiConvention, Code, #end-to-start)
* insert BlockPart(pulsesPerTrain, UnsignedInt, 30)
* insert BlockPart(pulsesTotal, UnsignedInt, 1800)
* insert BlockPart(intensityPctMT, Decimal, 90)
* insert BlockPart(sessions, UnsignedInt, 50)
* insert BlockPart(sessionsPerDay, UnsignedInt, 10)
* insert BlockPart(sessionsPerWeek, UnsignedInt, 50)
* insert BlockPart(minInterSessionMinutes, UnsignedInt, 50)
