Instance: Madrs
InstanceOf: Questionnaire
Usage: #definition
Title: "MADRS: score entry"
Description: "Scores of the MADRS, by number only; the words of the scale are not shipped."
* insert Form(madrs, Madrs)
* title = "MADRS: score entry"
* description = "Scores of the MADRS, by number only; the words of the scale are not shipped."
* copyright = "Rights in the scale stay with its owners; this form has numbers only."
* insert Score(madrs-total, $trd#madrs-total, 60)
* item[=].text = "MADRS total"
* item[=].required = true
* insert NumberedItem(madrs-item-1, Item 1, 6)
* insert NumberedItem(madrs-item-2, Item 2, 6)
* insert NumberedItem(madrs-item-3, Item 3, 6)
* insert NumberedItem(madrs-item-4, Item 4, 6)
* insert NumberedItem(madrs-item-5, Item 5, 6)
* insert NumberedItem(madrs-item-6, Item 6, 6)
* insert NumberedItem(madrs-item-7, Item 7, 6)
* insert NumberedItem(madrs-item-8, Item 8, 6)
* insert NumberedItem(madrs-item-9, Item 9, 6)
* insert NumberedItem(madrs-item-10, Item 10, 6)
