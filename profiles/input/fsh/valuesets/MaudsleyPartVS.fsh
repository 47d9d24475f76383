ValueSet: MaudsleyPartVS
Id: maudsley-part
Title: "Part of the Maudsley total"
Description: "The five dimensions that add up to the Maudsley total."
* ^experimental = false
* $trd#msm-duration
* $trd#msm-severity
* $trd#msm-failures
* $trd#msm-augmentation
* $trd#msm-ect
