ValueSet: TaskKindVS
Id: task-kind
Title: "Kind of task"
Description: "What a task of depression care asks for."
* ^experimental = false
* $trd#referral
* $trd#acknowledge-safety-alert
* $trd#measure-due
* $trd#prior-authorisation
* $trd#safety-review
* $trd#appointment-due
