ValueSet: PsychotherapyFormatVS
Id: psychotherapy-format
Title: "Psychotherapy format"
Description: "With whom, and whether in one room."
* ^experimental = false
* $trd#individual
* $trd#group
* $trd#couple-or-family
* $trd#remote
