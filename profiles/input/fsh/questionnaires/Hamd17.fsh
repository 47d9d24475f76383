Instance: Hamd17
InstanceOf: Questionnaire
Usage: #definition
Title: "HAM-D-17: score entry"
Description: "Scores of the HAM-D-17, by number only; the words of the scale are not shipped."
* insert Form(hamd17, Hamd17)
* title = "HAM-D-17: score entry"
* description = "Scores of the HAM-D-17, by number only; the words of the scale are not shipped."
* copyright = "The scale is in the public domain; this form has numbers only."
* insert Score(hamd17-total, $trd#hamd17-total, 52)
* item[=].text = "HAM-D-17 total"
* item[=].required = true
* insert NumberedItem(hamd17-item-1, Item 1, 4)
* insert NumberedItem(hamd17-item-2, Item 2, 4)
* insert NumberedItem(hamd17-item-3, Item 3, 4)
* insert NumberedItem(hamd17-item-4, Item 4, 4)
* insert NumberedItem(hamd17-item-5, Item 5, 4)
* insert NumberedItem(hamd17-item-6, Item 6, 4)
* insert NumberedItem(hamd17-item-7, Item 7, 4)
* insert NumberedItem(hamd17-item-8, Item 8, 4)
* insert NumberedItem(hamd17-item-9, Item 9, 4)
* insert NumberedItem(hamd17-item-10, Item 10, 4)
* insert NumberedItem(hamd17-item-11, Item 11, 4)
* insert NumberedItem(hamd17-item-12, Item 12, 4)
* insert NumberedItem(hamd17-item-13, Item 13, 4)
* insert NumberedItem(hamd17-item-14, Item 14, 4)
* insert NumberedItem(hamd17-item-15, Item 15, 4)
* insert NumberedItem(hamd17-item-16, Item 16, 4)
* insert NumberedItem(hamd17-item-17, Item 17, 4)
