Instance: Phq2
InstanceOf: Questionnaire
Usage: #definition
Title: "PHQ-2"
Description: "The first two questions of the PHQ-9, as a screen. Over the last 2 weeks, how often have you been bothered by any of the following problems?"
* insert Form(phq-2, Phq2)
* title = "PHQ-2"
* description = "The first two questions of the PHQ-9, as a screen. Over the last 2 weeks, how often have you been bothered by any of the following problems?"
* copyright = "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute."
* code = $loinc#55757-9
* insert HowOftenQuestion(44250-9, [[Little interest or pleasure in doing things]])
* insert HowOftenQuestion(44255-8, [[Feeling down, depressed, or hopeless]])
* insert Score(55758-7, $loinc#55758-7, 6)
* item[=].text = "PHQ-2 total score"
* insert AddedUp([[iif(%resource.item.where(linkId = '44250-9' or linkId = '44255-8').answer.value.count() = 2, %resource.item.where(linkId = '44250-9' or linkId = '44255-8').answer.value.weight().sum(), {})]])
