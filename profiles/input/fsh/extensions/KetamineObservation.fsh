Extension: KetamineObservation
Id: ketamine-observation
Title: "Observation after ketamine"
Description: "From when to when the patient was watched after a dose, and who judged the release."
* ^context.type = #element
* ^context.expression = "MedicationAdministration"
* obeys trd-ket-2
* insert Part(start, 1..1, dateTime, [[When the observation began]])
* insert Part(release, 0..1, dateTime, [[When the patient was let go]])
* insert Part(releaseReason, 0..1, CodeableConcept, [[Why before two hours were over; only then]])
* extension[releaseReason].value[x] from EarlyReleaseReasonVS (required)
* insert Part(assessedBy, 0..1, Reference, [[The clinician who judged that the patient may go]])
* extension[assessedBy].value[x] only Reference(Practitioner or PractitionerRole)
