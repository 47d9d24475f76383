Extension: EmergencyContact
Id: emergency-contact
Title: "Emergency contact"
Description: "Whom to call in a crisis: somebody close, a clinician or a crisis line."
* ^context.type = #element
* ^context.expression = "CarePlan"
* value[x] only Reference(RelatedPerson or Practitioner or PractitionerRole or Organization)
* value[x] 1..1
