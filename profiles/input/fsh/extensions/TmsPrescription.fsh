Extension: TmsPrescription
Id: tms-prescription
Title: "TMS prescription"
Description: "One stimulation block as it is ordered; an order of sequential bilateral stimulation has two."
* ^context[0].type = #element
* ^context[0].expression = "ServiceRequest"
* ^context[1].type = #element
* ^context[1].expression = "ActivityDefinition"
* insert StimulationBlock(0..1)
* insert Part(sessions, 0..1, unsignedInt, [[How many sessions give this block]])
* insert Part(sessionsPerDay, 0..1, unsignedInt, [[Sessions of one day]])
* insert Part(sessionsPerWeek, 0..1, unsignedInt, [[Sessions of one week]])
* insert Part(minInterSessionMinutes, 0..1, unsignedInt, [[Minutes from the end of a session to the start of the next, at least]])
* insert Part(intensityCapPctMT, 0..1, decimal, [[Highest intensity that is allowed, in percent of the motor threshold]])
