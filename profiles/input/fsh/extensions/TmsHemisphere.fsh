Extension: TmsHemisphere
Id: tms-hemisphere
Title: "TMS hemisphere"
Description: "The side on which a motor threshold was found."
* ^context.type = #element
* ^context.expression = "Observation"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TmsHemisphereVS (required)
