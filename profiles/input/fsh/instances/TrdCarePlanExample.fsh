Instance: trd-care-plan-example
InstanceOf: TrdCarePlan
Usage: #example
Title: "An active plan"
Description: "A plan with one goal and one order."
* status = #active
* intent = #plan
* category[assessPlan] = $careplan-category#assess-plan
* category[trd] = $trd#trd-care
* subject = Reference(Patient/example)
* period.start = "2026-05-14"
* addresses = Reference(Condition/trd-condition-example)
* goal = Reference(Goal/trd-goal-example)
* activity.reference = Reference(ServiceRequest/tms-course-order-example)
