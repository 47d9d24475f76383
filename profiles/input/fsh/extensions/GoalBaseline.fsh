Extension: GoalBaseline
Id: goal-baseline
Title: "Goal baseline"
Description: "The score from which a goal starts."
* ^context.type = #element
* ^context.expression = "Goal"
* value[x] only Reference(Observation)
* value[x] 1..1
