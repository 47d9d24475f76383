Extension: SessionsPrescribed
Id: sessions-prescribed
Title: "Sessions prescribed"
Description: "How many sessions an order asks for."
* ^context.type = #element
* ^context.expression = "ServiceRequest"
* value[x] only positiveInt
* value[x] 1..1
