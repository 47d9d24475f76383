Extension: NeurostimulatorKind
Id: neurostimulator-kind
Title: "Kind of neurostimulator"
Description: "Which nerve or region an implant stimulates."
* insert CodedExtension(Procedure, NeurostimulatorKindVS)
