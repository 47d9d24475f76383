ValueSet: TrialOutcomeVS
Id: trial-outcome
Title: "Outcome of a treatment trial"
Description: "What became of a trial, in the words that the verdicts use."
* ^experimental = false
* $trd#remission
* $trd#response
* $trd#partial
* $trd#none
* $trd#intolerance
* $trd#unknown
