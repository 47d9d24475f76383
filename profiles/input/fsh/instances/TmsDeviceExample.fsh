Instance: tms-device-example
InstanceOf: TmsDevice
Usage: #example
Title: "A stimulator"
Description: "A stimulator of an invented maker."
* manufacturer = "Example Stimulators Inc."
* modelNumber = "100"
* serialNumber = "EX-STIM-0001"
* type = $tms#tms-stimulator
