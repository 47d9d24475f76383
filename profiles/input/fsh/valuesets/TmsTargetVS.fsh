ValueSet: TmsTargetVS
Id: tms-target
Title: "TMS target"
Description: "The region that the coil is aimed at."
* ^experimental = false
* $tms#dlpfc
* $tms#dmpfc
* $tms#ofc
* $tms#h1-prefrontal
