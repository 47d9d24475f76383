Profile: TrdSafetyFlag
Parent: Flag
Id: trd-safety-flag
Title: "Safety flag"
Description: "An alert that somebody must look at, or a contraindication that the gate reads."
* obeys trd-flag-1
* extension contains
    ContraindicationTier named tier 0..1 MS and
    ContraindicationTreatment named treatment 0..1 MS and
    $flag-detail named detail 0..* MS
* identifier MS
* status MS
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains safety 1..1 MS
* category[safety] = $flag-category#safety
* code MS
* code from SafetyFlagVS (extensible)
* subject MS
* subject only Reference(Patient)
* period 1..1 MS
* period.start 1..1 MS
* author MS
