ValueSet: SuicideRiskCodeVS
Id: suicide-risk-code
Title: "Code of a suicide-risk finding"
Description: "The risk level of the C-SSRS screener, or a judgement by other means."
* ^experimental = false
* $loinc#93374-7
* $trd#suicide-risk
