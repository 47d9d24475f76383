// What a system of one role uses of this server, seen from its side.
RuleSet: Role(id, name)
* id = "{id}"
* url = "https://trd-care.github.io/fhir/CapabilityStatement/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false
* date = "2026-11-01"
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #json
* format[1] = #xml
* rest.mode = #client
* rest.security.service = http://terminology.hl7.org/CodeSystem/restful-security-service#SMART-on-FHIR

RuleSet: Whole(interaction, strength)
* rest.interaction[+].code = #{interaction}
* rest.interaction[=].extension.url = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation"
* rest.interaction[=].extension.valueCode = #{strength}

// A resource type and why the role uses it; profiles, interactions, searches and operations follow.
RuleSet: Uses(type, text)
* rest.resource[+].type = #{type}
* rest.resource[=].documentation = "{text}"

RuleSet: OfProfile(profile)
* rest.resource[=].supportedProfile[+] = "https://trd-care.github.io/fhir/StructureDefinition/{profile}"

RuleSet: Does(interaction, strength)
* rest.resource[=].interaction[+].code = #{interaction}
* rest.resource[=].interaction[=].extension.url = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation"
* rest.resource[=].interaction[=].extension.valueCode = #{strength}

RuleSet: SearchesBy(name, type)
* rest.resource[=].searchParam[+].name = "{name}"
* rest.resource[=].searchParam[=].type = #{type}

// A search parameter of ours.
RuleSet: SearchesByOurs(name, type, id)
* insert SearchesBy({name}, {type})
* rest.resource[=].searchParam[=].definition = "https://trd-care.github.io/fhir/SearchParameter/{id}"

RuleSet: Asks(name, definition)
* rest.resource[=].operation[+].name = "{name}"
* rest.resource[=].operation[=].definition = "{definition}"

RuleSet: AsksOurs(name)
* insert Asks({name}, https://trd-care.github.io/fhir/OperationDefinition/{name})

// What the server is asked that belongs to no type.
RuleSet: AsksServer(name, definition)
* rest.operation[+].name = "{name}"
* rest.operation[=].definition = "{definition}"
