Instance: TmsSessionBilling
InstanceOf: ConceptMap
Usage: #definition
Title: "TMS session types to billing codes"
Description: "Under which code a session of each type is charged."
* insert Map(tms-session-billing, TmsSessionBilling)
* title = "TMS session types to billing codes"
* description = "Under which code a session of each type is charged."
* sourceCanonical = "https://trd-care.github.io/fhir/ValueSet/tms-session-type"
* targetCanonical = "https://trd-care.github.io/fhir/ValueSet/tms-billing"
* group.source = "https://trd-care.github.io/fhir/CodeSystem/tms-codes"
* group.target = "http://www.ama-assn.org/go/cpt"
* insert Pair(tms-session-first, 90867, equivalent)
* insert Pair(tms-session-later, 90868, equivalent)
* insert Pair(tms-session-threshold, 90869, equivalent)
