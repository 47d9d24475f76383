Extension: SessionsDelivered
Id: sessions-delivered
Title: "Sessions delivered"
Description: "How many sessions a course has had; written when it ends, computed before."
* ^context.type = #element
* ^context.expression = "Procedure"
* value[x] only unsignedInt
* value[x] 1..1
