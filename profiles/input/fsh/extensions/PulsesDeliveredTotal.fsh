Extension: PulsesDeliveredTotal
Id: pulses-delivered-total
Title: "Pulses delivered in total"
Description: "All pulses of a course; written when it ends, computed before."
* ^context.type = #element
* ^context.expression = "Procedure"
* value[x] only unsignedInt
* value[x] 1..1
