Profile: TrdStaging
Parent: Observation
Id: trd-staging
Title: "Stage of resistance, as stated"
Description: "The Maudsley total or the Thase-Rush stage that a clinician stated, with its parts; the server's own computation is never stored."
* obeys trd-stage-1 and trd-stage-2 and trd-stage-3
* status MS
* insert CategorySlice(survey, $observation-category#survey)
* code MS
* code from StagingVS (required)
* subject 1..1 MS
* subject only Reference(Patient)
* focus MS
* focus ^short = "The depressive episode that was staged"
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer MS
* value[x] 1..1 MS
* value[x] only Quantity or CodeableConcept
* value[x] ^short = "Maudsley: Quantity of unit {score}; Thase-Rush: a coded stage"
* component MS
* component ^short = "The parts of the Maudsley total"
* component.code from MaudsleyPartVS (required)
* component.value[x] 1..1
* component.value[x] only integer
