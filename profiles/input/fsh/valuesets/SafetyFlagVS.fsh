ValueSet: SafetyFlagVS
Id: safety-flag
Title: "Safety flag"
Description: "What a safety flag warns of: an alert or a contraindication."
* ^experimental = false
* $trd#phq9-item9
* $trd#cssrs-low
* $trd#cssrs-moderate
* $trd#cssrs-high
* $trd#scale-safety-item
* $trd#contraindication-found
* $trd#adverse-event-serious
* $trd#metal-in-head
* $trd#electronic-implant
* $trd#seizure
* $trd#brain-lesion
* $trd#pregnancy
* $trd#mania-or-psychosis
* $trd#hearing
* $trd#threshold-drug
* $trd#alcohol-or-sleep-loss
* $trd#aneurysmal-disease
* $trd#cerebral-haemorrhage
* $trd#hypersensitivity
* $trd#maoi-washout
