Instance: AdverseEventSuspectSearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search AdverseEvents by suspect"
Description: "Events in which a session, drug or device is suspected."
* insert Searchable(adverse-event-suspect, AdverseEventSuspectSearch, suspect, reference)
* description = "Events in which a session, drug or device is suspected."
* base[0] = #AdverseEvent
* expression = "AdverseEvent.suspectEntity.instance"
* target[0] = #Procedure
* target[1] = #Device
* target[2] = #Medication
* target[3] = #MedicationAdministration
* target[4] = #MedicationStatement
* target[5] = #Substance
* target[6] = #Immunization
