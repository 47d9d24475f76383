ValueSet: EpisodeSeverityVS
Id: episode-severity
Title: "Severity of an episode"
Description: "The severities that staging tells apart."
* ^experimental = false
* $trd#mild
* $trd#moderate
* $trd#severe
* $trd#severe-psychotic
