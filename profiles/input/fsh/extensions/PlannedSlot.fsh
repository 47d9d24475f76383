Extension: PlannedSlot
Id: planned-slot
Title: "Planned slot"
Description: "When a missed session should have been."
* ^context.type = #element
* ^context.expression = "Procedure"
* value[x] only dateTime
* value[x] 1..1
