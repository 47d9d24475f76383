ValueSet: TmsPatternVS
Id: tms-pattern
Title: "TMS pattern"
Description: "How the pulses of a block are grouped."
* ^experimental = false
* $tms#rtms
* $tms#itbs
* $tms#ctbs
* $tms#dtms
