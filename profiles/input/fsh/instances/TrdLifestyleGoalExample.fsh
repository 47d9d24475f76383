Instance: trd-lifestyle-goal-example
InstanceOf: TrdLifestyleGoal
Usage: #example
Title: "Activity"
Description: "150 minutes of activity a week."
* lifecycleStatus = #active
* category[theme] = $trd#activity
* description.text = "Be active for 150 minutes a week"
* subject = Reference(Patient/example)
* target.measure = $loinc#82290-8
* target.detailQuantity = 150 'min/wk'
* target.dueDate = "2026-10-26"
