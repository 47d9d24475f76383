Extension: SafetyOverride
Id: safety-override
Title: "Safety override"
Description: "A clinician's signed decision to go on in spite of a contraindication, a hold or a high blood pressure."
* ^context[0].type = #element
* ^context[0].expression = "Procedure"
* ^context[1].type = #element
* ^context[1].expression = "ServiceRequest"
* ^context[2].type = #element
* ^context[2].expression = "MedicationAdministration"
* ^context[3].type = #element
* ^context[3].expression = "MedicationRequest"
* insert Part(flag, 0..1, Reference, [[The Flag that is overridden; absent for a hold]])
* extension[flag].value[x] only Reference(Flag)
* insert Part(author, 1..1, Reference, [[The clinician who answers for it]])
* extension[author].value[x] only Reference(Practitioner or PractitionerRole)
* insert Part(reason, 1..1, string, [[Why the benefit outweighs the risk]])
* insert Part(recorded, 1..1, dateTime, [[When it was decided]])
* insert Part(until, 0..1, dateTime, [[When it ends]])
