// An operation on one resource of a type, or on the type itself.
RuleSet: Operation(code, resource, affects, type, instance)
* id = "{code}"
* url = "https://trd-care.github.io/fhir/OperationDefinition/{code}"
* version = "0.1.0"
* status = #active
* kind = #operation
* affectsState = {affects}
* code = #{code}
* resource = #{resource}
* system = false
* type = {type}
* instance = {instance}

RuleSet: Asked(name, min, max, type)
* parameter[+].name = #{name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}

RuleSet: Answered(name, min, max, type)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}

// An answer that has parts; they follow.
RuleSet: Group(name, use, min, max)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "{max}"

RuleSet: InGroup(name, use, min, max, type)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #{use}
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].type = #{type}

// A point of a series: its value, its date and the score it comes from.
RuleSet: PointInGroup(name, max)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].part[+].name = #value
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 0
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #decimal
* parameter[=].part[=].part[+].name = #date
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 1
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #dateTime
* parameter[=].part[=].part[+].name = #reference
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 0
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #Reference

// What a rule noticed: a code, words, a value and the records it rests on.
RuleSet: Findings(name)
* insert Group({name}, out, 0, *)
* insert InGroup(code, out, 1, 1, code)
* insert InGroup(text, out, 0, 1, string)
* insert InGroup(value, out, 0, 1, Type)
* insert InGroup(evidence, out, 0, *, Reference)

// What one treatment step did to one scale.
RuleSet: OutcomeOfStep(name, max)
* insert Group({name}, out, 0, {max})
* insert InGroup(id, out, 1, 1, Reference)
* insert InGroup(strategy, out, 0, 1, code)
* insert InGroup(inferred, out, 0, 1, boolean)
* insert InGroup(scale, out, 1, 1, code)
* insert InGroup(deciding, out, 0, 1, boolean)
* insert PointInGroup(baseline, 1)
* insert PointInGroup(latest, 1)
* insert InGroup(change-percent, out, 0, 1, decimal)
* insert InGroup(category, out, 0, 1, code)
* insert InGroup(response-date, out, 0, 1, dateTime)
* insert InGroup(remission-date, out, 0, 1, dateTime)
* insert InGroup(full-remission-date, out, 0, 1, dateTime)
* insert InGroup(relapse-date, out, 0, 1, dateTime)
* insert InGroup(recurrence-date, out, 0, 1, dateTime)
