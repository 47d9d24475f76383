Instance: trd-care-plan-example
InstanceOf: TrdCarePlan
Usage: #example
Title: "An active plan"
Description: "A plan with one goal and one order."
* text.status = #additional
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">Plan from 14 May 2026: TMS, with remission as the goal.</div>"
* status = #active
* intent = #plan
* category[assessPlan] = $careplan-category#assess-plan
* category[trd] = $trd#trd-care
* subject = Reference(Patient/example)
* period.start = "2026-05-14"
* addresses = Reference(Condition/trd-condition-example)
* goal = Reference(Goal/trd-goal-example)
* activity.reference = Reference(ServiceRequest/tms-course-order-example)
