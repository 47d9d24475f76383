ValueSet: SuicideRiskLevelVS
Id: suicide-risk-level
Title: "Level of suicide risk"
Description: "None, or a level of the C-SSRS screener."
* ^experimental = false
* $trd#none
* $trd#cssrs-low
* $trd#cssrs-moderate
* $trd#cssrs-high
