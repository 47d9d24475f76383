Extension: TreatmentConsent
Id: treatment-consent
Title: "Consent to a treatment"
Description: "The consent under which a treatment is given."
* ^context[0].type = #element
* ^context[0].expression = "Procedure"
* ^context[1].type = #element
* ^context[1].expression = "MedicationAdministration"
* value[x] only Reference(Consent)
* value[x] 1..1
