Instance: Gad7
InstanceOf: Questionnaire
Usage: #definition
Title: "GAD-7"
Description: "Generalised anxiety, seven items. Over the last 2 weeks, how often have you been bothered by any of the following problems?"
* insert Form(gad-7, Gad7)
* title = "GAD-7"
* description = "Generalised anxiety, seven items. Over the last 2 weeks, how often have you been bothered by any of the following problems?"
* copyright = "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute."
* code = $loinc#69737-5
* insert HowOftenQuestion(69725-0, [[Feeling nervous, anxious, or on edge]])
* insert HowOftenQuestion(68509-9, [[Not being able to stop or control worrying]])
* insert HowOftenQuestion(69733-4, [[Worrying too much about different things]])
* insert HowOftenQuestion(69734-2, [[Trouble relaxing]])
* insert HowOftenQuestion(69735-9, [[Being so restless that it is hard to sit still]])
* insert HowOftenQuestion(69689-8, [[Becoming easily annoyed or irritable]])
* insert HowOftenQuestion(69736-7, [[Feeling afraid, as if something awful might happen]])
* insert Score(70274-6, $loinc#70274-6, 21)
* item[=].text = "GAD-7 total score"
* insert AddedUp([[iif(%resource.item.where(linkId = '69725-0' or linkId = '68509-9' or linkId = '69733-4' or linkId = '69734-2' or linkId = '69735-9' or linkId = '69689-8' or linkId = '69736-7').answer.value.count() = 7, %resource.item.where(linkId = '69725-0' or linkId = '68509-9' or linkId = '69733-4' or linkId = '69734-2' or linkId = '69735-9' or linkId = '69689-8' or linkId = '69736-7').answer.value.weight().sum(), {})]])
