ValueSet: GoalKindVS
Id: goal-kind
Title: "Kind of clinical goal"
Description: "What a goal of depression care is about."
* ^experimental = false
* $trd#response
* $trd#remission
* $trd#function
* $trd#safety
