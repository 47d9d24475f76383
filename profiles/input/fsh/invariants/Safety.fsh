Invariant: trd-flag-1
Description: "A contraindication names both its tier and its treatment."
* severity = #error
* expression = "extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/contraindication-tier').exists() = extension.where(url = 'https://trd-care.github.io/fhir/StructureDefinition/contraindication-treatment').exists()"

Invariant: trd-ae-1
Description: "An event that has no code of its own is named in words."
* severity = #error
* expression = "event.coding.where(code = 'other-event').exists() implies event.text.exists()"

Invariant: trd-risk-1
Description: "Intent, a plan or behaviour in the last three months is high risk, and so is behaviour whose time was not asked."
* severity = #error
* expression = "(component.where(code.coding.where(code = '93249-1' or code = '93250-9' or code = '93269-9').exists() and value.ofType(CodeableConcept).coding.where(code = 'LA33-6').exists()).exists() or (component.where(code.coding.where(code = '93267-3').exists() and value.ofType(CodeableConcept).coding.where(code = 'LA33-6').exists()).exists() and component.where(code.coding.where(code = '93269-9').exists() and value.exists()).empty())) implies value.ofType(CodeableConcept).coding.where(code = 'cssrs-high').exists()"

Invariant: trd-task-1
Description: "An accepted safety alert has an owner."
* severity = #error
* expression = "(code.coding.where(code = 'acknowledge-safety-alert').exists() and (status = 'accepted' or status = 'in-progress' or status = 'on-hold' or status = 'completed')) implies owner.exists()"

Invariant: trd-task-2
Description: "A completed safety alert says what was decided."
* severity = #error
* expression = "(code.coding.where(code = 'acknowledge-safety-alert').exists() and status = 'completed') implies output.where(type.coding.where(code = 'disposition').exists()).exists()"

Invariant: tms-screen-1
Description: "The answers are to the TMS safety screen."
* severity = #error
* expression = "questionnaire.split('|').first() = 'https://trd-care.github.io/fhir/Questionnaire/tms-safety-screen'"

Invariant: tms-check-1
Description: "The answers are to the check before a session."
* severity = #error
* expression = "questionnaire.split('|').first() = 'https://trd-care.github.io/fhir/Questionnaire/pre-session-check'"
