Invariant: trd-course-1
Description: "A stopped course says why."
* severity = #error
* expression = "status = 'stopped' implies statusReason.exists()"

Invariant: trd-course-2
Description: "A completed or stopped course says when it ended."
* severity = #error
* expression = "(status = 'completed' or status = 'stopped') implies performed.ofType(Period).end.exists()"

Invariant: trd-sess-1
Description: "Every session but a missed one has its number."
* severity = #error
* expression = "status = 'not-done' or extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/session-number').exists()"

Invariant: trd-sess-2
Description: "A missed session says why."
* severity = #error
* expression = "status = 'not-done' implies statusReason.exists()"

Invariant: trd-ect-1
Description: "A completed ECT session says where the electrodes were."
* severity = #error
* expression = "status = 'completed' implies extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/ect-electrode-placement').exists()"

Invariant: trd-ket-1
Description: "A completed administration says the dose."
* severity = #error
* expression = "status = 'completed' implies dosage.dose.exists()"

Invariant: trd-ket-2
Description: "Nobody is released before the observation starts."
* severity = #error
* expression = "iif(extension.where(url = 'release').value < extension.where(url = 'start').value, false, true)"

Invariant: trd-stim-1
Description: "Deep brain stimulation in depression is investigational, and says so."
* severity = #error
* expression = "extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/neurostimulator-kind').value.coding.where(code = 'dbs').empty() or extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/investigational-use').extension.where(url = 'investigational').value.where($this = true).exists()"
