ValueSet: SymptomSeverityVS
Id: symptom-severity
Title: "Severity of a symptom"
Description: "Absent to severe."
* ^experimental = false
* $trd#absent
* $trd#mild
* $trd#moderate
* $trd#severe
