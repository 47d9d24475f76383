Profile: TrdSafetyPlan
Parent: CarePlan
Id: trd-safety-plan
Title: "Safety plan"
Description: "What the patient does when suicidal thoughts return, step by step, and whom to call."
* obeys trd-cp-1 and trd-cp-2
* text 1..1 MS
* extension contains EmergencyContact named emergencyContact 1..* MS
* status MS
* intent = #plan
* intent MS
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains assessPlan 1..1 MS and safetyPlan 1..1 MS
* category[assessPlan] = $careplan-category#assess-plan
* category[safetyPlan] = $trd#safety-plan
* subject 1..1 MS
* subject only Reference(Patient)
* period MS
* created MS
* author MS
* addresses MS
* activity 1..* MS
* activity.detail 1..1 MS
* activity.detail ^short = "One step, in the patient's own words"
* activity.detail.code 1..1 MS
* activity.detail.code from SafetyPlanStepVS (extensible)
* activity.detail.status MS
* activity.detail.description 1..1 MS
