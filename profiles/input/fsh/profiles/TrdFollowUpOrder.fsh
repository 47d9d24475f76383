Profile: TrdFollowUpOrder
Parent: ServiceRequest
Id: trd-follow-up-order
Title: "Follow-up after remission"
Description: "What is looked at after remission and how often, so that a relapse is seen early: a visit, a scale, a maintenance session."
* obeys tms-order-1
* extension contains
    $request-status-reason named statusReason 0..1 MS and
    $pertains-to-goal named goal 0..* MS
* basedOn MS
* replaces MS
* status MS
* intent MS
* insert CategorySlice(trd, $trd#trd-care)
* code 1..1 MS
* code = $trd#follow-up-schedule
* orderDetail MS
* orderDetail ^short = "What is done each time, such as the code of a scale"
* subject MS
* subject only Reference(Patient)
* occurrence[x] 1..1 MS
* occurrence[x] only Timing
* occurrenceTiming.repeat 1..1 MS
* occurrenceTiming.repeat.bounds[x] MS
* occurrenceTiming.repeat.frequency 1..1 MS
* occurrenceTiming.repeat.period 1..1 MS
* occurrenceTiming.repeat.periodUnit 1..1 MS
* authoredOn MS
* requester MS
* performer MS
* reasonReference 1..* MS
* reasonReference only Reference(Condition)
