Instance: trd-neurostimulator-implant-example
InstanceOf: TrdNeurostimulatorImplant
Usage: #example
Title: "A vagus nerve stimulator"
Description: "Implanted after four failed trials."
* extension[kind].valueCodeableConcept = $trd#vns
* status = #completed
* category = $trd#implant
* code.coding[0] = $trd#neurostimulator-implant
* code.coding[1] = $sct#445319001
* subject = Reference(Patient/example)
* performedDateTime = "2026-01-14"
* focalDevice.action = $trd#implanted
* focalDevice.manipulated = Reference(Device/example)
