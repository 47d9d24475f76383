ValueSet: MotorThresholdMethodVS
Id: motor-threshold-method
Title: "Method of a motor threshold"
Description: "How the response of the hand was seen."
* ^experimental = false
* $tms#visual
* $tms#emg
