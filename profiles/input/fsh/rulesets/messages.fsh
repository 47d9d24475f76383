// A message that this server takes; each kind of focus follows.
RuleSet: Message(id, name, title, text)
* id = "{id}"
* url = "https://trd-care.github.io/fhir/MessageDefinition/{id}"
* version = "0.1.0"
* name = "{name}"
* title = "{title}"
* status = #active
* experimental = false
* date = "2026-11-28"
* description = "{text}"
* eventCoding = https://trd-care.github.io/fhir/CodeSystem/trd-message-events#{id}
* category = #consequence
* responseRequired = #always

RuleSet: Focus(type, min, max)
* focus[+].code = #{type}
* focus[=].min = {min}
* focus[=].max = "{max}"
