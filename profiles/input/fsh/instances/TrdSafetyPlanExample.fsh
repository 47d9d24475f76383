Instance: trd-safety-plan-example
InstanceOf: TrdSafetyPlan
Usage: #example
Title: "A safety plan of three steps"
Description: "Made with the patient after a positive screener."
* text.status = #additional
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">Safety plan: warning sign, own coping, whom to call.</div>"
* extension[emergencyContact].valueReference = Reference(RelatedPerson/example)
* status = #active
* intent = #plan
* category[assessPlan] = $careplan-category#assess-plan
* category[safetyPlan] = $trd#safety-plan
* subject = Reference(Patient/example)
* period.start = "2026-05-11"
* created = "2026-05-11"
* author = Reference(PractitionerRole/example)
* addresses = Reference(Condition/trd-condition-example)
* activity[0].detail.code = $trd#warning-sign
* activity[0].detail.status = #in-progress
* activity[0].detail.description = "I stop answering messages."
* activity[1].detail.code = $trd#own-coping
* activity[1].detail.status = #in-progress
* activity[1].detail.description = "I walk to the river and back."
* activity[2].detail.code = $trd#professional-to-call
* activity[2].detail.status = #in-progress
* activity[2].detail.description = "I call the clinic's crisis number."
