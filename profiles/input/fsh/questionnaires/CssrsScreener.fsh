Instance: CssrsScreener
InstanceOf: Questionnaire
Usage: #definition
Title: "C-SSRS screener, by code"
Description: "Codes, branching and level of the C-SSRS screener (recent); the words of the questions are not shipped and stand in the clinic's licensed copy."
* insert Form(cssrs-screener, CssrsScreener)
* title = "C-SSRS screener, by code"
* description = "Codes, branching and level of the C-SSRS screener (recent); the words of the questions are not shipped and stand in the clinic's licensed copy."
* copyright = "Rights in the C-SSRS stay with the Research Foundation for Mental Hygiene and its authors; this form has codes only, no wording. LOINC codes are used under the LOINC licence."
* code[0] = $loinc#93373-9
* code[1] = $trd#cssrs-screener
* insert YesNoQuestion(93246-7, [[Question 1]])
* insert YesNoQuestion(93247-5, [[Question 2]])
* insert YesNoQuestion(93248-3, [[Question 3]])
* insert OnlyAfterYes(93247-5)
* insert YesNoQuestion(93249-1, [[Question 4]])
* insert OnlyAfterYes(93247-5)
* insert YesNoQuestion(93250-9, [[Question 5]])
* insert OnlyAfterYes(93247-5)
* insert YesNoQuestion(93267-3, [[Question 6, lifetime]])
* insert YesNoQuestion(93269-9, [[Question 6, past three months]])
* insert OnlyAfterYes(93267-3)
* insert Question(93374-7, choice, false)
* item[=].text = "Risk level"
* item[=].code = $loinc#93374-7
* item[=].answerOption[+].valueCoding = $trd#none
* item[=].answerOption[+].valueCoding = $trd#cssrs-low
* item[=].answerOption[+].valueCoding = $trd#cssrs-moderate
* item[=].answerOption[+].valueCoding = $trd#cssrs-high
* insert AddedUp([[iif(%resource.item.where(linkId = '93249-1').answer.value.ofType(Coding).where(code = 'LA33-6').exists() or %resource.item.where(linkId = '93250-9').answer.value.ofType(Coding).where(code = 'LA33-6').exists() or %resource.item.where(linkId = '93269-9').answer.value.ofType(Coding).where(code = 'LA33-6').exists() or (%resource.item.where(linkId = '93267-3').answer.value.ofType(Coding).where(code = 'LA33-6').exists() and %resource.item.where(linkId = '93269-9').answer.exists().not()), %questionnaire.item.where(linkId = '93374-7').answerOption.value.ofType(Coding).where(code = 'cssrs-high'), iif(%resource.item.where(linkId = '93248-3').answer.value.ofType(Coding).where(code = 'LA33-6').exists() or %resource.item.where(linkId = '93267-3').answer.value.ofType(Coding).where(code = 'LA33-6').exists(), %questionnaire.item.where(linkId = '93374-7').answerOption.value.ofType(Coding).where(code = 'cssrs-moderate'), iif(%resource.item.where(linkId = '93246-7').answer.value.ofType(Coding).where(code = 'LA33-6').exists() or %resource.item.where(linkId = '93247-5').answer.value.ofType(Coding).where(code = 'LA33-6').exists(), %questionnaire.item.where(linkId = '93374-7').answerOption.value.ofType(Coding).where(code = 'cssrs-low'), iif(%resource.item.where(linkId = '93246-7').answer.exists() and %resource.item.where(linkId = '93247-5').answer.exists() and %resource.item.where(linkId = '93267-3').answer.exists(), %questionnaire.item.where(linkId = '93374-7').answerOption.value.ofType(Coding).where(code = 'none'), {}))))]])
