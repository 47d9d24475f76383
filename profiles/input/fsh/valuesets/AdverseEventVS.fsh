ValueSet: AdverseEventVS
Id: adverse-event
Title: "Adverse event"
Description: "Events that matter in the treatments of depression."
* ^experimental = false
* $trd#seizure
* $trd#syncope
* $trd#headache
* $trd#scalp-pain
* $trd#jaw-pain
* $trd#hearing
* $trd#mania-switch
* $trd#suicidal-act
* $trd#sedation
* $trd#dissociation
* $trd#blood-pressure-rise
* $trd#cognitive-impairment
* $trd#fall
* $trd#other-event
