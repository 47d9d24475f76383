Instance: tms-motor-threshold-example
InstanceOf: TmsMotorThreshold
Usage: #example
Title: "A threshold of 52 %"
Description: "Found by eye on the first day."
* extension[hemisphere].valueCodeableConcept = $tms#left
* extension[coil].valueReference = Reference(Device/tms-device-example)
* status = #final
* code = $tms#motor-threshold-resting
* subject = Reference(Patient/example)
* effectiveDateTime = "2026-06-01T09:10:00-05:00"
* valueQuantity = 52 '%'
* method = $tms#visual
* device = Reference(Device/tms-device-example)
