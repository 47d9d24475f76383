Instance: trd-neurostimulator-programming-example
InstanceOf: TrdNeurostimulatorProgramming
Usage: #example
Title: "A setting of an investigational implant"
Description: "Deep brain stimulation within a study."
* extension[kind].valueCodeableConcept = $trd#dbs
* extension[investigational].extension[investigational].valueBoolean = true
* extension[investigational].extension[researchSubject].valueReference = Reference(ResearchSubject/example)
* extension[settings].extension[outputMA].valueDecimal = 4
* extension[settings].extension[frequencyHz].valueDecimal = 130
* partOf = Reference(Procedure/example)
* status = #completed
* category = $trd#implant
* code = $trd#neurostimulator-programming
* subject = Reference(Patient/example)
* performedDateTime = "2026-02-11"
