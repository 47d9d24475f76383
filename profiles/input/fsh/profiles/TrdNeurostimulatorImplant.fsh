Profile: TrdNeurostimulatorImplant
Parent: Procedure
Id: trd-neurostimulator-implant
Title: "Neurostimulator implant"
Description: "The operation that implants, revises or removes a stimulator of the vagus nerve or the brain."
* obeys trd-stim-1
* extension contains
    NeurostimulatorKind named kind 1..1 MS and
    InvestigationalUse named investigational 0..1 MS and
    TreatmentStrategy named strategy 0..1 MS and
    TreatmentConsent named consent 0..1 MS
* basedOn MS
* status MS
* category 1..1 MS
* category = $trd#implant
* code 1..1 MS
* code = $trd#neurostimulator-implant
* subject MS
* subject only Reference(Patient)
* performed[x] 1..1 MS
* reasonReference MS
* outcome MS
* focalDevice 1..* MS
* focalDevice.action 1..1 MS
* focalDevice.action from ImplantActionVS (extensible)
* focalDevice.manipulated MS
