Instance: Phq9ResultTopic
InstanceOf: Basic
Usage: #definition
Title: "PHQ-9 result"
Description: "A PHQ-9 total was stored or corrected."
* insert Topic(phq9-result, Phq9ResultTopic, PHQ-9 result, [[A PHQ-9 total was stored or corrected.]])
* insert Trigger(Observation, [[Observation?code=http://loinc.org|44261-6]])
* insert Filter(Observation, patient, [[Results of one patient.]])
* insert Filter(Observation, status, [[Results of one status, such as final.]])
* insert Shape(Observation, Observation:patient)
