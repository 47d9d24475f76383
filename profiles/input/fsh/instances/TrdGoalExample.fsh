Instance: trd-goal-example
InstanceOf: TrdGoal
Usage: #example
Title: "Remission"
Description: "A PHQ-9 below five by October."
* lifecycleStatus = #active
* category[trd] = $trd#trd-care
* description.text = "Remission: a PHQ-9 below 5"
* subject = Reference(Patient/example)
* target.measure = $loinc#44261-6
* target.detailQuantity = 5 '{score}'
* target.detailQuantity.comparator = #<
* target.dueDate = "2026-10-26"
