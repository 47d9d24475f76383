Instance: RatingResultMessage
InstanceOf: MessageDefinition
Usage: #definition
Title: "Rating result"
Description: "A rating scale was answered: the answered form, its total, or both."
* insert Message(rating-result, RatingResultMessage, [[Rating result]], [[A rating scale was answered: the answered form, its total, or both.]])
* insert Focus(QuestionnaireResponse, 0, *)
* insert Focus(Observation, 0, *)
