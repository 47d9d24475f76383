ValueSet: TreatmentStrategyVS
Id: treatment-strategy
Title: "Treatment strategy"
Description: "The step that a treatment takes in the whole plan."
* ^experimental = false
* $trd#initial
* $trd#optimise
* $trd#switch
* $trd#augment
* $trd#combine
* $trd#psychotherapy
* $trd#neuromodulation
* $trd#ketamine
* $trd#ect
* $trd#implant
* $trd#maintenance
