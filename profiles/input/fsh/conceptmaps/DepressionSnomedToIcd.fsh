Instance: DepressionSnomedToIcd
InstanceOf: ConceptMap
Usage: #definition
Title: "Depression: SNOMED CT to ICD-10-CM"
Description: "The diagnosis that is billed for a finding; the two systems do not match one to one."
* insert Map(depression-snomed-to-icd, DepressionSnomedToIcd)
* title = "Depression: SNOMED CT to ICD-10-CM"
* description = "The diagnosis that is billed for a finding; the two systems do not match one to one."
* group.source = "http://snomed.info/sct"
* group.target = "http://hl7.org/fhir/sid/icd-10-cm"
* insert Pair(35489007, F32.A, relatedto)
* insert Pair(370143000, F32.9, relatedto)
* insert Pair(15639000, F32.1, relatedto)
* insert Pair(251000119105, F32.2, relatedto)
* insert Pair(66344007, F33.9, relatedto)
* insert Pair(40379007, F33.0, relatedto)
* insert Pair(18818009, F33.1, relatedto)
* insert Pair(36474008, F33.2, relatedto)
* insert Pair(28475009, F33.3, relatedto)
* insert Pair(33135002, F33.41, relatedto)
* insert Pair(46244001, F33.42, relatedto)
* insert Pair(78667006, F34.1, relatedto)
* insert Pair(281000119103, F33.2, relatedto)
* insert Pair(30605009, F32.4, relatedto)
* insert Pair(63412003, F32.5, relatedto)
