ValueSet: TmsPhaseVS
Id: tms-phase
Title: "Phase of a TMS course"
Description: "The part of a course that a session belongs to."
* ^experimental = false
* $tms#ramp-up
* $tms#acute
* $tms#taper
* $tms#maintenance
