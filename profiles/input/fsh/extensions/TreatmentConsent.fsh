Extension: TreatmentConsent
Id: treatment-consent
Title: "Consent to a treatment"
Description: "The consent under which a treatment is given."
* ^context.type = #element
* ^context.expression = "Procedure"
* value[x] only Reference(Consent)
* value[x] 1..1
