Instance: OrderTmsDeepH1
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: Deep TMS with the H1 coil"
Description: "The order that the protocol makes. 18 Hz stimulation with the H1 coil; the intensity is for the prescriber to say."
* insert Activity(order-tms-deep-h1, OrderTmsDeepH1, ServiceRequest, $tms#tms-course)
* title = "Order: Deep TMS with the H1 coil"
* description = "The order that the protocol makes. 18 Hz stimulation with the H1 coil; the intensity is for the prescriber to say."
* profile = "https://trd-care.github.io/fhir/StructureDefinition/tms-course-order"
* insert Sessions(36)
* insert Block(dtms, h1-prefrontal, bilateral)
* insert BlockPart(trainDurationS, Decimal, 2)
* insert BlockPart(pulseRateHz, Decimal, 18)
* insert BlockPart(trains, UnsignedInt, 55)
* insert BlockPart(interTrainIntervalS, Decimal, 20)
* insert BlockPart(itiConvention, Code, #end-to-start)
* insert BlockPart(pulsesPerTrain, UnsignedInt, 36)
* insert BlockPart(pulsesTotal, UnsignedInt, 1980)
* insert BlockPart(sessions, UnsignedInt, 36)
* insert BlockPart(sessionsPerDay, UnsignedInt, 1)
* insert BlockPart(sessionsPerWeek, UnsignedInt, 5)
