Instance: DepressionIcdToSnomed
InstanceOf: ConceptMap
Usage: #definition
Title: "Depression: ICD-10-CM to SNOMED CT"
Description: "The finding behind a billed diagnosis; the two systems do not match one to one."
* insert Map(depression-icd-to-snomed, DepressionIcdToSnomed)
* title = "Depression: ICD-10-CM to SNOMED CT"
* description = "The finding behind a billed diagnosis; the two systems do not match one to one."
* group.source = "http://hl7.org/fhir/sid/icd-10-cm"
* group.target = "http://snomed.info/sct"
* insert Pair(F32.A, 35489007, relatedto)
* insert Pair(F32.9, 370143000, relatedto)
* insert Pair(F32.1, 15639000, relatedto)
* insert Pair(F32.2, 251000119105, relatedto)
* insert Pair(F33.9, 66344007, relatedto)
* insert Pair(F33.0, 40379007, relatedto)
* insert Pair(F33.1, 18818009, relatedto)
* insert Pair(F33.2, 36474008, relatedto)
* insert Pair(F33.3, 28475009, relatedto)
* insert Pair(F33.41, 33135002, relatedto)
* insert Pair(F33.42, 46244001, relatedto)
* insert Pair(F34.1, 78667006, relatedto)
* insert Pair(F32.4, 30605009, relatedto)
* insert Pair(F32.5, 63412003, relatedto)
