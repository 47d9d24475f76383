ValueSet: CssrsItemVS
Id: cssrs-item
Title: "C-SSRS screener item"
Description: "The questions of the screener, by code only."
* ^experimental = false
* $loinc#93246-7
* $loinc#93247-5
* $loinc#93248-3
* $loinc#93249-1
* $loinc#93250-9
* $loinc#93267-3
* $loinc#93269-9
