Instance: trd-treatment-consent-example
InstanceOf: TrdTreatmentConsent
Usage: #example
Title: "Consent to ECT"
Description: "Written, after a talk with the psychiatrist."
* status = #active
* scope = http://terminology.hl7.org/CodeSystem/consentscope#treatment
* category.text = "Consent to ECT"
* patient = Reference(Patient/example)
* dateTime = "2026-02-24T11:00:00-06:00"
* performer = Reference(Patient/example)
* policyRule.text = "Written informed consent, after a talk with the psychiatrist"
* provision.type = #permit
* provision.period.start = "2026-02-24"
* provision.code = $trd#ect-course
