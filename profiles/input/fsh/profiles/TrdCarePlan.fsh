Profile: TrdCarePlan
Parent: CarePlan
Id: trd-care-plan
Title: "Care plan in treatment-resistant depression"
Description: "The whole plan of one episode: the treatments ordered, the goals pursued, the team that carries it."
* obeys trd-cp-1 and trd-cp-2
* text 1..1 MS
* text ^short = "The plan in words, for a reader without software; US Core asks for it"
* instantiatesCanonical MS
* status MS
* intent = #plan
* intent MS
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains assessPlan 1..1 MS and trd 1..1 MS
* category[assessPlan] = $careplan-category#assess-plan
* category[trd] = $trd#trd-care
* subject 1..1 MS
* subject only Reference(Patient)
* period MS
* careTeam MS
* addresses 1..* MS
* addresses only Reference(Condition)
* goal 1..* MS
* activity MS
* activity.detail 0..0
* activity.detail ^short = "Not used: an activity is a resource of its own, so that it has a status and a history"
* activity.reference MS
* activity.outcomeReference MS
