Profile: TrdTask
Parent: Task
Id: trd-task
Title: "Task in treatment-resistant depression"
Description: "What somebody is asked to do: a referral, a measure, an answer to a safety alert."
* obeys trd-task-1 and trd-task-2
* identifier MS
* basedOn MS
* status MS
* intent MS
* priority MS
* code 1..1 MS
* code from TaskKindVS (extensible)
* focus MS
* for 1..1 MS
* for only Reference(Patient)
* authoredOn MS
* requester MS
* owner MS
* restriction.period MS
* restriction.period ^short = "Its end is when the task is due"
* output MS
