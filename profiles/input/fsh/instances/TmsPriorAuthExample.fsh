Instance: tms-prior-auth-example
InstanceOf: TmsPriorAuth
Usage: #example
Title: "36 sessions"
Description: "One first session and 35 later ones."
* status = #active
* type = $claim-type#professional
* use = #preauthorization
* patient = Reference(Patient/example)
* created = "2026-05-15"
* provider = Reference(Organization/example)
* priority = $process-priority#normal
* referral = Reference(ServiceRequest/tms-course-order-example)
* diagnosis.sequence = 1
* diagnosis.diagnosisReference = Reference(Condition/trd-condition-example)
* insurance.sequence = 1
* insurance.focal = true
* insurance.coverage = Reference(Coverage/example)
* item[0].sequence = 1
* item[0].productOrService = $cpt#90867
* item[0].quantity.value = 1
* item[1].sequence = 2
* item[1].productOrService = $cpt#90868
* item[1].quantity.value = 35
