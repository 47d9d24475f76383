Profile: TmsDevice
Parent: Device
Id: tms-device
Title: "TMS device"
Description: "A stimulator or a coil."
* manufacturer MS
* modelNumber MS
* serialNumber MS
* type 1..1 MS
* type from TmsDeviceTypeVS (required)
