Profile: TrdKetamineAdministration
Parent: MedicationAdministration
Id: trd-ketamine-administration
Title: "Ketamine administration"
Description: "One dose of ketamine or esketamine and the time that the patient was watched after it."
* obeys trd-ket-1
* extension contains KetamineObservation named observation 0..1 MS and TreatmentConsent named consent 0..1 MS
* partOf MS
* status MS
* statusReason MS
* medication[x] only CodeableConcept
* medicationCodeableConcept MS
* medicationCodeableConcept from KetamineAgentVS (extensible)
* subject MS
* subject only Reference(Patient)
* context MS
* effective[x] MS
* performer MS
* reasonReference MS
* request MS
* dosage MS
* dosage.route MS
* dosage.dose MS
