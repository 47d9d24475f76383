Profile: TrdNeurostimulatorProgramming
Parent: Procedure
Id: trd-neurostimulator-programming
Title: "Neurostimulator programming"
Description: "A visit in which an implanted stimulator is set."
* obeys trd-stim-1
* extension contains
    NeurostimulatorKind named kind 1..1 MS and
    NeurostimulatorSettings named settings 0..* MS and
    InvestigationalUse named investigational 0..1 MS
* partOf 1..1 MS
* partOf only Reference(Procedure)
* partOf ^short = "The implant"
* status MS
* category 1..1 MS
* category = $trd#implant
* code 1..1 MS
* code = $trd#neurostimulator-programming
* subject MS
* subject only Reference(Patient)
* performed[x] 1..1 MS
* performer MS
* usedReference MS
