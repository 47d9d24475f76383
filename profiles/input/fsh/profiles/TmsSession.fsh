Profile: TmsSession
Parent: Procedure
Id: tms-session
Title: "TMS session"
Description: "One visit of a course: what was delivered, or why nothing was."
* obeys tms-sess-1 and tms-sess-2 and tms-sess-3
* extension contains
    SessionNumber named number 0..1 MS and
    TmsDelivered named delivered 0..* MS and
    SessionPhase named phase 0..1 MS and
    PlannedSlot named plannedSlot 0..1 MS and
    SafetyOverride named safetyOverride 0..* MS
* basedOn MS
* partOf 1..1 MS
* partOf only Reference(Procedure)
* partOf ^short = "The course that it is part of"
* status MS
* statusReason MS
* category 1..1 MS
* category = $tms#neuromodulation
* code 1..1 MS
* code = $tms#tms-session
* code ^short = "tms-session; a billing code may stand beside it"
* subject MS
* subject only Reference(Patient)
* encounter MS
* performed[x] MS
* performed[x] only Period
* performer MS
* bodySite 0..0
* bodySite ^short = "Not used: target and side stand in the delivered block"
* complication MS
* usedReference MS
* usedReference ^short = "Stimulator and coil"
