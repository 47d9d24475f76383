ValueSet: TmsDeviceTypeVS
Id: tms-device-type
Title: "TMS device type"
Description: "Stimulator or coil."
* ^experimental = false
* $tms#tms-stimulator
* $tms#tms-coil
