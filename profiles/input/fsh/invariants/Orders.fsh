Invariant: tms-order-1
Description: "A revoked order says why."
* severity = #error
* expression = "status = 'revoked' implies extension.where(url = 'http://hl7.org/fhir/StructureDefinition/request-statusReason').exists()"
