// What every protocol of ours says of itself.
RuleSet: Protocol(id, name)
* id = "{id}"
* url = "https://trd-care.github.io/fhir/PlanDefinition/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol

// Something that the one who instantiates must or may say.
RuleSet: Input(name, type, required, text)
* extension[+].url = "https://trd-care.github.io/fhir/StructureDefinition/instantiate-input"
* extension[=].extension[+].url = "name"
* extension[=].extension[=].valueString = "{name}"
* extension[=].extension[+].url = "type"
* extension[=].extension[=].valueCode = #{type}
* extension[=].extension[+].url = "required"
* extension[=].extension[=].valueBoolean = {required}
* extension[=].extension[+].url = "text"
* extension[=].extension[=].valueString = "{text}"

// What a rTMS protocol always asks.
RuleSet: StimulationInputs
* insert Input(device, Reference, true, The stimulator that will be used.)
* insert Input(intensity, decimal, false, Percent of motor threshold where it differs from the protocol.)
* insert Input(sessions, positiveInt, false, Number of sessions where it differs from the protocol.)
* insert Input(authorisation, string, false, Number of the authorisation given by the payer.)
* insert Input(replaces, Reference, false, The plan that this one takes over from.)

// The same where the protocol itself does not fix the number of sessions.
RuleSet: RequiredStimulationInputs
* insert Input(device, Reference, true, The stimulator that will be used.)
* insert Input(sessions, positiveInt, true, Number of sessions.)
* insert Input(authorisation, string, false, Number of the authorisation given by the payer.)
* insert Input(replaces, Reference, false, The plan that this one takes over from.)

// A clinical goal with a limit on a scale.
RuleSet: ScaleGoal(text, measure, limit)
* goal[+].category = $trd#trd-care
* goal[=].description.text = "{text}"
* goal[=].target.measure = {measure}
* goal[=].target.detailQuantity = {limit} '{score}'
* goal[=].target.detailQuantity.comparator = #<

RuleSet: ThemeGoal(theme, text)
* goal[+].category = $trd#{theme}
* goal[=].description.text = "{text}"

RuleSet: GoalTarget(measure, value, unit)
* goal[=].target.measure = {measure}
* goal[=].target.detailQuantity = {value} '{unit}'
* goal[=].target.detailQuantity.comparator = #>=

// A step that orders or asks something.
RuleSet: Step(title, activity)
* action[+].title = "{title}"
* action[=].definitionCanonical = "https://trd-care.github.io/fhir/ActivityDefinition/{activity}"

// A step that is a protocol of its own.
RuleSet: SubProtocol(title, protocol)
* action[+].title = "{title}"
* action[=].definitionCanonical = "https://trd-care.github.io/fhir/PlanDefinition/{protocol}"

// Where the numbers of a protocol were read.
RuleSet: Source(text)
* relatedArtifact[+].type = #citation
* relatedArtifact[=].display = "{text}"

// What every activity of ours says of itself.
RuleSet: Activity(id, name, kind, code)
* id = "{id}"
* url = "https://trd-care.github.io/fhir/ActivityDefinition/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false
* kind = #{kind}
* intent = #order
* code = {code}

RuleSet: Sessions(number)
* extension[+].url = "https://trd-care.github.io/fhir/StructureDefinition/sessions-prescribed"
* extension[=].valuePositiveInt = {number}

// A stimulation block that goes into the order as it stands; its parts follow.
RuleSet: Block(pattern, target, side)
* extension[+].url = "https://trd-care.github.io/fhir/StructureDefinition/tms-prescription"
* insert BlockPart(pattern, CodeableConcept, $tms#{pattern})
* insert BlockPart(target, CodeableConcept, $tms#{target})
* insert BlockPart(laterality, CodeableConcept, $tms#{side})

RuleSet: BlockPart(name, type, value)
* extension[=].extension[+].url = "{name}"
* extension[=].extension[=].value{type} = {value}

// The same where the protocol fixes the number of sessions but no verified source gives the intensity.
RuleSet: StimulationInputsWithIntensity
* insert Input(device, Reference, true, The stimulator that will be used.)
* insert Input(intensity, decimal, true, Percent of motor threshold; the protocol has no default.)
* insert Input(sessions, positiveInt, false, Number of sessions where it differs from the protocol.)
* insert Input(authorisation, string, false, Number of the authorisation given by the payer.)
* insert Input(replaces, Reference, false, The plan that this one takes over from.)
