Instance: TreatmentHistory
InstanceOf: Questionnaire
Usage: #definition
Title: "Treatment history"
Description: "Earlier treatments of this episode, told by the patient or a former prescriber."
* insert Form(treatment-history, TreatmentHistory)
* title = "Treatment history"
* description = "Earlier treatments of this episode, told by the patient or a former prescriber."
* copyright = "Own wording of the TRD Care guide, Apache-2.0."
* item[0].linkId = "trial"
* item[0].text = "Medicines for depression"
* item[0].type = #group
* item[0].repeats = true
* item[0].item[0].linkId = "trial-drug"
* item[0].item[0].text = "Name of the medicine"
* item[0].item[0].type = #string
* item[0].item[0].required = true
* item[0].item[1].linkId = "trial-dose"
* item[0].item[1].text = "Highest daily dose in mg"
* item[0].item[1].type = #decimal
* item[0].item[2].linkId = "trial-start"
* item[0].item[2].text = "Started"
* item[0].item[2].type = #date
* item[0].item[3].linkId = "trial-end"
* item[0].item[3].text = "Stopped"
* item[0].item[3].type = #date
* item[0].item[4].linkId = "trial-adherence"
* item[0].item[4].text = "Percent of doses taken"
* item[0].item[4].type = #decimal
* item[0].item[5].linkId = "trial-outcome"
* item[0].item[5].text = "What it did"
* item[0].item[5].type = #choice
* item[0].item[5].answerValueSet = "https://trd-care.github.io/fhir/ValueSet/trial-outcome"
* item[0].item[6].linkId = "trial-reason"
* item[0].item[6].text = "Why it was stopped"
* item[0].item[6].type = #string
* item[1].linkId = "psychotherapy"
* item[1].text = "Psychotherapy"
* item[1].type = #group
* item[1].repeats = true
* item[1].item[0].linkId = "psychotherapy-modality"
* item[1].item[0].text = "Which kind"
* item[1].item[0].type = #choice
* item[1].item[0].answerValueSet = "https://trd-care.github.io/fhir/ValueSet/psychotherapy-modality"
* item[1].item[1].linkId = "psychotherapy-sessions"
* item[1].item[1].text = "How many sessions"
* item[1].item[1].type = #integer
* item[2].linkId = "ect"
* item[2].text = "Ever ECT?"
* item[2].type = #boolean
* item[3].linkId = "tms"
* item[3].text = "Ever TMS?"
* item[3].type = #boolean
* item[4].linkId = "ketamine"
* item[4].text = "Ever ketamine or esketamine?"
* item[4].type = #boolean
