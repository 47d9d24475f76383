Instance: trd-ketamine-administration-example
InstanceOf: TrdKetamineAdministration
Usage: #example
Title: "The first dose of esketamine"
Description: "56 mg, watched for two hours and ten minutes."
* extension[observation].extension[start].valueDateTime = "2026-05-04T10:00:00-05:00"
* extension[observation].extension[release].valueDateTime = "2026-05-04T12:10:00-05:00"
* extension[observation].extension[assessedBy].valueReference = Reference(PractitionerRole/example)
* status = #completed
* medicationCodeableConcept = $rxnorm#2119365
* subject = Reference(Patient/example)
* effectiveDateTime = "2026-05-04T10:00:00-05:00"
* dosage.dose = 56 'mg'
