ValueSet: MotorThresholdKindVS
Id: motor-threshold-kind
Title: "Kind of motor threshold"
Description: "Resting or active."
* ^experimental = false
* $tms#motor-threshold-resting
* $tms#motor-threshold-active
