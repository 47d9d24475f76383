ValueSet: StagingVS
Id: staging
Title: "Staging model"
Description: "The models by which resistance is staged."
* ^experimental = false
* $trd#msm-total
* $trd#thase-rush-stage
