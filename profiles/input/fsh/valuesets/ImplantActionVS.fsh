ValueSet: ImplantActionVS
Id: implant-action
Title: "Action on an implant"
Description: "What was done to an implant."
* ^experimental = false
* $trd#implanted
* $trd#revised
* $trd#removed
