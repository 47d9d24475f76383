Profile: TmsMotorThreshold
Parent: Observation
Id: tms-motor-threshold
Title: "Motor threshold"
Description: "The lowest output that moves the hand, in percent of the stimulator's maximum; in force for its hemisphere, coil and kind until the next."
* extension contains TmsHemisphere named hemisphere 1..1 MS and TmsCoil named coil 1..1 MS
* partOf MS
* status MS
* code MS
* code from MotorThresholdKindVS (required)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* value[x] 1..1 MS
* value[x] only Quantity
* valueQuantity = $ucum#%
* method MS
* method from MotorThresholdMethodVS (extensible)
* device 1..1 MS
* device only Reference(Device)
