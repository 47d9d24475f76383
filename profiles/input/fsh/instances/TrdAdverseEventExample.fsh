Instance: trd-adverse-event-example
InstanceOf: TrdAdverseEvent
Usage: #example
Title: "A faint"
Description: "A syncope at the second session."
* modifierExtension[recordStatus].valueCodeableConcept = $trd#recorded
* actuality = #actual
* event = $trd#syncope
* subject = Reference(Patient/example)
* date = "2026-06-02T09:12:00-05:00"
* seriousness = $event-seriousness#Non-serious
* suspectEntity.instance = Reference(Procedure/tms-session-example)
