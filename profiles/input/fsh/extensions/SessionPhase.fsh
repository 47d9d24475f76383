Extension: SessionPhase
Id: session-phase
Title: "Session phase"
Description: "The part of the course that a session belongs to."
* ^context.type = #element
* ^context.expression = "Procedure"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TmsPhaseVS (required)
