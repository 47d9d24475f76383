Extension: SessionPhase
Id: session-phase
Title: "Session phase"
Description: "The part of the course that a session belongs to, or that an order is about."
* ^context[0].type = #element
* ^context[0].expression = "Procedure"
* ^context[1].type = #element
* ^context[1].expression = "ServiceRequest"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TmsPhaseVS (required)
