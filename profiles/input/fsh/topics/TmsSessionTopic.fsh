Instance: TmsSessionTopic
InstanceOf: Basic
Usage: #definition
Title: "TMS session"
Description: "A TMS session was recorded, corrected or missed."
* insert Topic(tms-session, TmsSessionTopic, TMS session, [[A TMS session was recorded, corrected or missed.]])
* insert Trigger(Procedure, [[Procedure?code=https://trd-care.github.io/fhir/CodeSystem/tms-codes|tms-session]])
* insert Filter(Procedure, patient, [[Sessions of one patient.]])
* insert Filter(Procedure, part-of, [[Sessions of one course.]])
* insert Filter(Procedure, status, [[Sessions of one status, such as not-done.]])
* insert Shape(Procedure, Procedure:part-of)
