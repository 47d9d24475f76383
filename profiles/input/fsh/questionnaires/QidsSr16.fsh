Instance: QidsSr16
InstanceOf: Questionnaire
Usage: #definition
Title: "QIDS-SR16: score entry"
Description: "Scores of the QIDS-SR16, by number only; the words of the scale are not shipped."
* insert Form(qids-sr16, QidsSr16)
* title = "QIDS-SR16: score entry"
* description = "Scores of the QIDS-SR16, by number only; the words of the scale are not shipped."
* copyright = "Rights in the scale stay with its owners; this form has numbers only."
* insert Score(qids-sr16-total, $trd#qids-sr16-total, 27)
* item[=].text = "QIDS-SR16 total"
* item[=].required = true
* insert NumberedItem(qids-sr16-item-1, Item 1, 3)
* insert NumberedItem(qids-sr16-item-2, Item 2, 3)
* insert NumberedItem(qids-sr16-item-3, Item 3, 3)
* insert NumberedItem(qids-sr16-item-4, Item 4, 3)
* insert NumberedItem(qids-sr16-item-5, Item 5, 3)
* insert NumberedItem(qids-sr16-item-6, Item 6, 3)
* insert NumberedItem(qids-sr16-item-7, Item 7, 3)
* insert NumberedItem(qids-sr16-item-8, Item 8, 3)
* insert NumberedItem(qids-sr16-item-9, Item 9, 3)
* insert NumberedItem(qids-sr16-item-10, Item 10, 3)
* insert NumberedItem(qids-sr16-item-11, Item 11, 3)
* insert NumberedItem(qids-sr16-item-12, Item 12, 3)
* insert NumberedItem(qids-sr16-item-13, Item 13, 3)
* insert NumberedItem(qids-sr16-item-14, Item 14, 3)
* insert NumberedItem(qids-sr16-item-15, Item 15, 3)
* insert NumberedItem(qids-sr16-item-16, Item 16, 3)
