Extension: TmsCoil
Id: tms-coil
Title: "TMS coil"
Description: "The coil with which a motor threshold was found; a threshold is in force for its coil only."
* ^context.type = #element
* ^context.expression = "Observation"
* value[x] only Reference(Device)
* value[x] 1..1
