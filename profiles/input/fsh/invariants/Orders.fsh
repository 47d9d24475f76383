Invariant: tms-order-1
Description: "A revoked order says why."
* severity = #error
* expression = "status = 'revoked' implies extension.where(url = 'http://hl7.org/fhir/StructureDefinition/request-statusReason').exists()"

Invariant: tms-order-2
Description: "Every block of an order says its intensity; only a protocol may leave it open."
* severity = #error
* expression = "extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/tms-prescription').all(extension.where(url = 'intensityPctMT').exists())"
