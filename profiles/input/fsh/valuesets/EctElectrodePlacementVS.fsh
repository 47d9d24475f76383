ValueSet: EctElectrodePlacementVS
Id: ect-electrode-placement
Title: "ECT electrode placement"
Description: "Where the electrodes are put."
* ^experimental = false
* $trd#right-unilateral
* $trd#left-unilateral
* $trd#bitemporal
* $trd#bifrontal
