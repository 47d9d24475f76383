ValueSet: SymptomVS
Id: depressive-symptom
Title: "Symptom of depression"
Description: "Symptoms of a depressive episode, and two that go with it."
* ^experimental = false
* $trd#low-mood
* $trd#anhedonia
* $trd#sleep-disturbance
* $trd#fatigue
* $trd#appetite-change
* $trd#worthlessness
* $trd#concentration
* $trd#psychomotor-change
* $trd#suicidal-thoughts
* $trd#anxious-distress
* $trd#psychotic-symptoms
