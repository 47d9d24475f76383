Extension: GoalKind
Id: goal-kind
Title: "Goal kind"
Description: "What a clinical goal is about."
* ^context.type = #element
* ^context.expression = "Goal"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from GoalKindVS (required)
