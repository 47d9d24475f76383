// What every search parameter of ours says of itself.
RuleSet: Searchable(id, name, code, type)
* id = "{id}"
* url = "https://trd-care.github.io/fhir/SearchParameter/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false
* code = #{code}
* type = #{type}

// What every concept map of ours says of itself.
RuleSet: Map(id, name)
* id = "{id}"
* url = "https://trd-care.github.io/fhir/ConceptMap/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false

RuleSet: Pair(from, to, equivalence)
* group.element[+].code = #{from}
* group.element[=].target.code = #{to}
* group.element[=].target.equivalence = #{equivalence}
