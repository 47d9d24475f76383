Instance: Phq9
InstanceOf: Questionnaire
Usage: #definition
Title: "PHQ-9"
Description: "Patient Health Questionnaire, nine items and the difficulty they make. Over the last 2 weeks, how often have you been bothered by any of the following problems?"
* insert Form(phq-9, Phq9)
* title = "PHQ-9"
* description = "Patient Health Questionnaire, nine items and the difficulty they make. Over the last 2 weeks, how often have you been bothered by any of the following problems?"
* copyright = "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute."
* code = $loinc#44249-1
* insert HowOftenQuestion(44250-9, [[Little interest or pleasure in doing things]])
* insert HowOftenQuestion(44255-8, [[Feeling down, depressed, or hopeless]])
* insert HowOftenQuestion(44259-0, [[Trouble falling or staying asleep, or sleeping too much]])
* insert HowOftenQuestion(44254-1, [[Feeling tired or having little energy]])
* insert HowOftenQuestion(44251-7, [[Poor appetite or overeating]])
* insert HowOftenQuestion(44258-2, [[Feeling bad about yourself - or that you are a failure or have let yourself or your family down]])
* insert HowOftenQuestion(44252-5, [[Trouble concentrating on things, such as reading the newspaper or watching television]])
* insert HowOftenQuestion(44253-3, [[Moving or speaking so slowly that other people could have noticed. Or the opposite - being so fidgety or restless that you have been moving around a lot more than usual]])
* insert HowOftenQuestion(44260-8, [[Thoughts that you would be better off dead, or of hurting yourself in some way]])
* insert Question(69722-7, choice, false)
* item[=].text = "If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?"
* item[=].code = $loinc#69722-7
* item[=].answerOption[+].valueCoding = $loinc#LA6572-7 "Not difficult at all"
* item[=].answerOption[+].valueCoding = $loinc#LA6573-5 "Somewhat difficult"
* item[=].answerOption[+].valueCoding = $loinc#LA6575-0 "Very difficult"
* item[=].answerOption[+].valueCoding = $loinc#LA6574-3 "Extremely difficult"
* insert Score(44261-6, $loinc#44261-6, 27)
* item[=].text = "PHQ-9 total score"
* insert AddedUp([[iif(%resource.item.where(linkId = '44250-9' or linkId = '44255-8' or linkId = '44259-0' or linkId = '44254-1' or linkId = '44251-7' or linkId = '44258-2' or linkId = '44252-5' or linkId = '44253-3' or linkId = '44260-8').answer.value.count() = 9, %resource.item.where(linkId = '44250-9' or linkId = '44255-8' or linkId = '44259-0' or linkId = '44254-1' or linkId = '44251-7' or linkId = '44258-2' or linkId = '44252-5' or linkId = '44253-3' or linkId = '44260-8').answer.value.weight().sum(), {})]])
