Extension: TmsPrescription
Id: tms-prescription
Title: "TMS prescription"
Description: "One stimulation block as it is ordered; an order of sequential bilateral stimulation has two."
* ^context[0].type = #element
* ^context[0].expression = "ServiceRequest"
* ^context[1].type = #element
* ^context[1].expression = "ActivityDefinition"
* insert StimulationBlock
* insert Part(sessions, 0..1, unsignedInt)
* insert Part(sessionsPerDay, 0..1, unsignedInt)
* insert Part(sessionsPerWeek, 0..1, unsignedInt)
* insert Part(minInterSessionMinutes, 0..1, unsignedInt)
* insert Part(intensityCapPctMT, 0..1, decimal)
