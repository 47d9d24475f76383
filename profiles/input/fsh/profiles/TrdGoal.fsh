Profile: TrdGoal
Parent: Goal
Id: trd-goal
Title: "Clinical goal in treatment-resistant depression"
Description: "Response, remission, function or safety, measured on a rating scale."
* extension contains GoalBaseline named baseline 0..1 MS and GoalKind named kind 0..1 MS
* lifecycleStatus MS
* achievementStatus MS
* insert CategorySlice(trd, $trd#trd-care)
* description MS
* subject MS
* subject only Reference(Patient)
* start[x] MS
* target MS
* target obeys trd-goal-1
* target.measure from RatingScaleVS (extensible)
* target.detail[x] MS
* target.due[x] MS
* addresses MS
* outcomeReference MS
