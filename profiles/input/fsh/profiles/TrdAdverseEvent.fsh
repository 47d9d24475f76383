Profile: TrdAdverseEvent
Parent: AdverseEvent
Id: trd-adverse-event
Title: "Adverse event of a treatment of depression"
Description: "What went wrong under a treatment, and which session, drug or device is suspected."
* obeys trd-ae-1
* modifierExtension contains RecordStatus named recordStatus 0..1 MS
* actuality = #actual
* event 1..1 MS
* event from AdverseEventVS (extensible)
* subject MS
* subject only Reference(Patient)
* date 1..1 MS
* seriousness MS
* severity MS
* outcome MS
* recorder MS
* suspectEntity MS
* suspectEntity.instance MS
