Instance: Cgi
InstanceOf: Questionnaire
Usage: #definition
Title: "CGI"
Description: "Clinical Global Impression: severity, and improvement since the start of treatment; 1 to 7."
* insert Form(cgi, Cgi)
* title = "CGI"
* description = "Clinical Global Impression: severity, and improvement since the start of treatment; 1 to 7."
* copyright = "Work of the United States government, in the public domain."
* insert Score(cgi-s, $trd#cgi-s, 7)
* item[=].text = "How ill is the patient now, from 1 (not at all ill) to 7 (among the most extremely ill)?"
* item[=].extension[1].valueInteger = 1
* insert Score(cgi-i, $trd#cgi-i, 7)
* item[=].text = "How has the patient changed since the start of treatment, from 1 (very much improved) over 4 (no change) to 7 (very much worse)?"
* item[=].extension[1].valueInteger = 1
