Extension: TmsPrescription
Id: tms-prescription
Title: "TMS prescription"
Description: "One stimulation block as it is ordered; an order of sequential bilateral stimulation has two."
* ^context.type = #element
* ^context.expression = "ServiceRequest"
* insert StimulationBlock
* insert Part(sessions, 0..1, unsignedInt)
* insert Part(sessionsPerDay, 0..1, unsignedInt)
* insert Part(sessionsPerWeek, 0..1, unsignedInt)
* insert Part(minInterSessionMinutes, 0..1, unsignedInt)
* insert Part(intensityCapPctMT, 0..1, decimal)
