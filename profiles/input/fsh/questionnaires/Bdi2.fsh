Instance: Bdi2
InstanceOf: Questionnaire
Usage: #definition
Title: "BDI-II: score entry"
Description: "Scores of the BDI-II, by number only; the words of the scale are not shipped."
* insert Form(bdi2, Bdi2)
* title = "BDI-II: score entry"
* description = "Scores of the BDI-II, by number only; the words of the scale are not shipped."
* copyright = "Rights in the scale stay with its owners; this form has the total only."
* insert Score(89209-1, $loinc#89209-1, 63)
* item[=].text = "BDI-II total"
* item[=].required = true
