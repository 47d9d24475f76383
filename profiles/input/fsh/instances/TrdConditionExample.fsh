Instance: trd-condition-example
InstanceOf: TrdCondition
Usage: #example
Title: "A severe recurrent episode"
Description: "An episode that began in April."
* clinicalStatus = $condition-clinical#active
* verificationStatus = $condition-verification#confirmed
* category = $condition-category#problem-list-item
* code.coding[0] = $sct#1153570009
* code.coding[1] = $icd10cm#F33.2
* subject = Reference(Patient/example)
* onsetDateTime = "2026-04-14"
