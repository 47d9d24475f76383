Profile: TrdLifestyleGoal
Parent: Goal
Id: trd-lifestyle-goal
Title: "Lifestyle goal"
Description: "One of ten themes of self-care, with a target that is measured by the week."
* lifecycleStatus MS
* achievementStatus MS
* category 1..* MS
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains theme 1..1 MS
* category[theme] from LifestyleThemeVS (required)
* description MS
* subject MS
* subject only Reference(Patient)
* start[x] MS
* target MS
* target obeys trd-goal-1
* target.measure from LifestyleMeasureVS (extensible)
* target.detail[x] MS
* target.due[x] MS
* addresses MS
* outcomeReference MS
