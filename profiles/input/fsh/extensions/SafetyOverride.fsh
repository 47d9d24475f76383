Extension: SafetyOverride
Id: safety-override
Title: "Safety override"
Description: "A clinician's signed decision to go on in spite of a contraindication or a hold."
* ^context[0].type = #element
* ^context[0].expression = "Procedure"
* ^context[1].type = #element
* ^context[1].expression = "ServiceRequest"
* insert Part(flag, 0..1, Reference)
* extension[flag].value[x] only Reference(Flag)
* insert Part(author, 1..1, Reference)
* extension[author].value[x] only Reference(Practitioner or PractitionerRole)
* insert Part(reason, 1..1, string)
* insert Part(recorded, 1..1, dateTime)
* insert Part(until, 0..1, dateTime)
