Profile: TrdTreatmentConsent
Parent: Consent
Id: trd-treatment-consent
Title: "Consent to a treatment"
Description: "That the patient agreed to one treatment after being told of its benefits and risks, and since when."
* status MS
* scope = http://terminology.hl7.org/CodeSystem/consentscope#treatment
* scope MS
* category MS
* patient 1..1 MS
* dateTime 1..1 MS
* performer 1..* MS
* performer ^short = "Who consents: the patient, or who decides for the patient"
* organization MS
* source[x] MS
* policyRule MS
* policyRule ^short = "In words or as a code, what the consent rests on"
* provision 1..1 MS
* provision.type 1..1 MS
* provision.period MS
* provision.code 1..* MS
* provision.code from ConsentedTreatmentVS (extensible)
* provision.code ^short = "The treatment; permit or deny stands in provision.type"
