Instance: ReferralStatusTopic
InstanceOf: Basic
Usage: #definition
Title: "Referral status"
Description: "A referral or hand-over was made or moved on."
* insert Topic(referral-status, ReferralStatusTopic, Referral status, [[A referral or hand-over was made or moved on.]])
* insert Trigger(Task, [[Task?code=https://trd-care.github.io/fhir/CodeSystem/trd-codes|referral]])
* insert Filter(Task, patient, [[Referrals of one patient.]])
* insert Filter(Task, owner, [[Referrals to one clinician or service.]])
* insert Filter(Task, status, [[Referrals of one status, such as accepted.]])
* insert Shape(Task, Task:focus)
