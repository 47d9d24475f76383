// One part of a complex extension: a name, how often it may stand there, and its type.
RuleSet: Part(name, card, type)
* extension contains {name} {card}
* extension[{name}].value[x] 1..1
* extension[{name}].value[x] only {type}

// The stimulation block that an order prescribes and a session delivers; the meaning of each part is the same in both.
RuleSet: StimulationBlock
* insert Part(pattern, 1..1, CodeableConcept)
* extension[pattern].value[x] from TmsPatternVS (required)
* insert Part(target, 1..1, CodeableConcept)
* extension[target].value[x] from TmsTargetVS (extensible)
* insert Part(laterality, 1..1, CodeableConcept)
* extension[laterality].value[x] from TmsLateralityVS (required)
* insert Part(trainDurationS, 0..1, decimal)
* insert Part(pulseRateHz, 0..1, decimal)
* insert Part(pulsesPerBurst, 0..1, unsignedInt)
* insert Part(intraBurstHz, 0..1, decimal)
* insert Part(burstRateHz, 0..1, decimal)
* insert Part(trains, 0..1, unsignedInt)
* insert Part(interTrainIntervalS, 0..1, decimal)
* insert Part(itiConvention, 0..1, code)
* extension[itiConvention].value[x] from ItiConventionVS (required)
* insert Part(pulsesPerTrain, 0..1, unsignedInt)
* insert Part(pulsesTotal, 1..1, unsignedInt)
* insert Part(stimulationSeconds, 0..1, decimal)
* insert Part(intensityPctMT, 1..1, decimal)
* insert Part(depthFactor, 0..1, decimal)
* insert Part(thresholdReference, 0..1, Reference)
* extension[thresholdReference].value[x] only Reference(Observation)
* obeys tms-block-1 and tms-block-2

// A category slice that is told apart by its code of ours, beside whatever others there are.
RuleSet: CategorySlice(slice, coding)
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains {slice} 1..1 MS
* category[{slice}] = {coding}

// A course of treatment: updated in place while it runs, its number of sessions written when it ends.
RuleSet: CourseOfTreatment(category, code)
* obeys trd-course-1 and trd-course-2
* extension contains
    CourseHold named hold 0..* MS and
    SafetyOverride named safetyOverride 0..* MS and
    SessionsDelivered named sessionsDelivered 0..1 MS and
    TreatmentStrategy named strategy 0..1 MS and
    $pertains-to-goal named goal 0..* MS
* instantiatesCanonical MS
* basedOn MS
* status MS
* statusReason MS
* category 1..1 MS
* category = {category}
* code 1..1 MS
* code = {code}
* subject MS
* subject only Reference(Patient)
* performed[x] 1..1 MS
* performed[x] only Period
* performedPeriod.start 1..1 MS
* performer MS
* reasonReference MS
* outcome MS
* outcome from CourseOutcomeVS (preferred)

// One visit of such a course: what was given, or why nothing was.
RuleSet: SessionOfTreatment(category, code)
* obeys trd-sess-1 and trd-sess-2
* extension contains
    SessionNumber named number 0..1 MS and
    PlannedSlot named plannedSlot 0..1 MS and
    SafetyOverride named safetyOverride 0..* MS
* partOf 1..1 MS
* partOf only Reference(Procedure)
* partOf ^short = "The course that this session belongs to"
* status MS
* statusReason MS
* category 1..1 MS
* category = {category}
* code 1..1 MS
* code = {code}
* subject MS
* subject only Reference(Patient)
* encounter MS
* performed[x] MS
* performed[x] only Period
* performer MS
* complication MS

// Where an extension may stand, and that it holds one coded value.
RuleSet: CodedExtension(context, valueset)
* ^context.type = #element
* ^context.expression = "{context}"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from {valueset} (required)

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

// What every questionnaire of ours says of itself.
RuleSet: Form(id, name)
* id = "{id}"
* url = "https://trd-care.github.io/fhir/Questionnaire/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false
* subjectType = #Patient

// A question of a form; answers or choices may follow it.
RuleSet: Question(linkId, type, required)
* item[+].linkId = "{linkId}"
* item[=].type = #{type}
* item[=].required = {required}

// One answer with the points that it gives.
RuleSet: Choice(code, points)
* item[=].answerOption[+].valueCoding = {code}
* item[=].answerOption[=].valueCoding.extension.url = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
* item[=].answerOption[=].valueCoding.extension.valueDecimal = {points}

// The four answers that PHQ and GAD share.
RuleSet: HowOften
* insert Choice($loinc#LA6568-5 "Not at all", 0)
* insert Choice($loinc#LA6569-3 "Several days", 1)
* insert Choice($loinc#LA6570-1 "More than half the days", 2)
* insert Choice($loinc#LA6571-9 "Nearly every day", 3)

// A question that is named by its LOINC code and answered by how often; never required, since an incomplete answer is a fact too.
RuleSet: HowOftenQuestion(code, text)
* insert Question({code}, choice, false)
* item[=].text = "{text}"
* item[=].code = $loinc#{code}
* insert HowOften

// A whole number of a scale that becomes an Observation.
RuleSet: Score(linkId, code, max)
* insert Question({linkId}, integer, false)
* item[=].code = {code}
* item[=].extension[+].url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract"
* item[=].extension[=].valueBoolean = true
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/minValue"
* item[=].extension[=].valueInteger = 0
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/maxValue"
* item[=].extension[=].valueInteger = {max}

// The form adds it up, once every question is answered.
RuleSet: AddedUp(expression)
* item[=].readOnly = true
* item[=].extension[+].url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
* item[=].extension[=].valueExpression.language = #text/fhirpath
* item[=].extension[=].valueExpression.expression = "{expression}"

// A measure that the patient enters and that becomes an Observation.
RuleSet: Measure(linkId, code, type, text)
* insert Question({linkId}, {type}, false)
* item[=].text = "{text}"
* item[=].code = {code}
* item[=].extension[+].url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract"
* item[=].extension[=].valueBoolean = true

RuleSet: Unit(unit)
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"
* item[=].extension[=].valueCoding = $ucum#{unit}

// A numbered item of a scale whose words we may not ship.
RuleSet: NumberedItem(linkId, text, max)
* insert Question({linkId}, integer, false)
* item[=].text = "{text}"
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/minValue"
* item[=].extension[=].valueInteger = 0
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/maxValue"
* item[=].extension[=].valueInteger = {max}

RuleSet: YesOrNo(linkId, text)
* insert Question({linkId}, boolean, false)
* item[=].text = "{text}"
