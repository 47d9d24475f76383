Invariant: tms-sess-1
Description: "A completed session says what was delivered and when it ended."
* severity = #error
* expression = "status = 'completed' implies (extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/tms-delivered').exists() and performed.ofType(Period).end.exists())"

Invariant: tms-sess-2
Description: "A missed session says why, and delivered nothing."
* severity = #error
* expression = "status = 'not-done' implies (statusReason.exists() and extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/tms-delivered').empty())"

Invariant: tms-sess-3
Description: "Every session but a missed one has its number."
* severity = #error
* expression = "status = 'not-done' or extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/session-number').exists()"
