Extension: RecordStatus
Id: record-status
Title: "Record status"
Description: "Whether the record of an adverse event stands; R4 gives the resource no status."
* insert CodedExtension(AdverseEvent, RecordStatusVS)
* . ^isModifier = true
* . ^isModifierReason = "A withdrawn record says that the event did not happen."
