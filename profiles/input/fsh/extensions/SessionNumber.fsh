Extension: SessionNumber
Id: session-number
Title: "Session number"
Description: "The how-manieth treatment of its course: counts sessions given, gaps allowed, never twice."
* ^context.type = #element
* ^context.expression = "Procedure"
* value[x] only positiveInt
* value[x] 1..1
