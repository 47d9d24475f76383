Extension: SessionsPrescribed
Id: sessions-prescribed
Title: "Sessions prescribed"
Description: "How many sessions an order asks for."
* ^context[0].type = #element
* ^context[0].expression = "ServiceRequest"
* ^context[1].type = #element
* ^context[1].expression = "ActivityDefinition"
* value[x] only positiveInt
* value[x] 1..1
