ValueSet: PsychotherapyModalityVS
Id: psychotherapy-modality
Title: "Psychotherapy modality"
Description: "Structured psychotherapies of depression."
* ^experimental = false
* $trd#cbt
* $trd#ipt
* $trd#behavioural-activation
* $trd#cbasp
* $trd#mbct
* $trd#other-therapy
