Profile: TrdCondition
Parent: Condition
Id: trd-condition
Title: "Depressive episode in treatment-resistant depression"
Description: "One depressive episode: its onset is the start of the episode, its abatement the end; the lifelong disorder is a Condition of its own."
* extension contains $condition-related named disorder 0..1 MS
* clinicalStatus MS
* verificationStatus MS
* category 1..* MS
* code 1..1 MS
* code from DepressiveEpisodeVS (extensible)
* severity MS
* severity from EpisodeSeverityVS (preferred)
* subject 1..1 MS
* subject only Reference(Patient)
* onset[x] 1..1 MS
* onset[x] only dateTime or Period
* abatement[x] MS
* abatement[x] only dateTime or Period
* recordedDate MS
* evidence.detail MS
