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

// A question answered by the LOINC codes for yes and no.
RuleSet: YesNoQuestion(code, text)
* insert Question({code}, choice, false)
* item[=].text = "{text}"
* item[=].code = $loinc#{code}
* item[=].answerOption[+].valueCoding = $loinc#LA33-6 "Yes"
* item[=].answerOption[+].valueCoding = $loinc#LA32-8 "No"

RuleSet: OnlyAfterYes(question)
* item[=].enableWhen.question = "{question}"
* item[=].enableWhen.operator = #=
* item[=].enableWhen.answerCoding = $loinc#LA33-6
