ValueSet: NeurostimulatorKindVS
Id: neurostimulator-kind
Title: "Kind of neurostimulator"
Description: "Implants used in depression."
* ^experimental = false
* $trd#vns
* $trd#dbs
