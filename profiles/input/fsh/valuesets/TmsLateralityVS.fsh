ValueSet: TmsLateralityVS
Id: tms-laterality
Title: "TMS side"
Description: "The hemisphere that is stimulated."
* ^experimental = false
* $tms#left
* $tms#right
* $tms#bilateral
