Instance: trd-follow-up-order-example
InstanceOf: TrdFollowUpOrder
Usage: #example
Title: "A PHQ-9 every month for half a year"
Description: "After remission; a relapse would show within weeks."
* extension[goal].valueReference = Reference(Goal/trd-goal-example)
* status = #active
* intent = #order
* category[trd] = $trd#trd-care
* code = $trd#follow-up-schedule
* orderDetail = $loinc#44261-6
* subject = Reference(Patient/example)
* occurrenceTiming.repeat.boundsPeriod.start = "2026-08-01"
* occurrenceTiming.repeat.boundsPeriod.end = "2027-01-31"
* occurrenceTiming.repeat.frequency = 1
* occurrenceTiming.repeat.period = 1
* occurrenceTiming.repeat.periodUnit = #mo
* authoredOn = "2026-07-27"
* requester = Reference(PractitionerRole/example)
* reasonReference = Reference(Condition/trd-condition-example)
