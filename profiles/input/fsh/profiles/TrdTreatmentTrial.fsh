Profile: TrdTreatmentTrial
Parent: MedicationStatement
Id: trd-treatment-trial
Title: "Antidepressant trial"
Description: "One drug, its dose, its time and what became of it; whether that was an adequate trial is a verdict, not a stored fact."
* extension contains
    TrialOutcome named outcome 0..1 MS and
    TreatmentStrategy named strategy 0..1 MS and
    StatedAdequacy named statedAdequacy 0..1 MS
* status MS
* statusReason MS
* medication[x] MS
* subject MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only Period
* effectivePeriod.start 1..1 MS
* effectivePeriod.end MS
* reasonReference MS
* dosage MS
