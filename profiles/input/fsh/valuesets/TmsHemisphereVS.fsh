ValueSet: TmsHemisphereVS
Id: tms-hemisphere
Title: "Hemisphere of a motor threshold"
Description: "The side on which the threshold was found."
* ^experimental = false
* $tms#left
* $tms#right
