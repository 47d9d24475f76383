Instance: LifestyleCheckIn
InstanceOf: Questionnaire
Usage: #definition
Title: "Lifestyle check-in"
Description: "One week of self-care, told by the patient."
* insert Form(lifestyle-check-in, LifestyleCheckIn)
* title = "Lifestyle check-in"
* description = "One week of self-care, told by the patient."
* copyright = "Own wording of the TRD Care guide, Apache-2.0."
* insert Measure(93832-4, $loinc#93832-4, decimal, [[Hours of sleep in a usual night of this week]])
* insert Unit(h)
* insert Measure(82290-8, $loinc#82290-8, decimal, [[Minutes of moderate or vigorous activity this week]])
* insert Unit(min/wk)
* insert Measure(mindfulness-minutes-week, $trd#mindfulness-minutes-week, decimal, [[Minutes of mindfulness or relaxation this week]])
* insert Unit(min/wk)
* insert Measure(journaling-entries-week, $trd#journaling-entries-week, integer, [[Journal entries this week]])
* insert Measure(servings-day, $trd#servings-day, decimal, [[Servings of vegetables and fruit on a usual day]])
* insert Measure(71799-1, $loinc#71799-1, boolean, [[Were the medicines taken as prescribed?]])
* insert Measure(expectations-reviewed, $trd#expectations-reviewed, boolean, [[Did you talk through how long treatment takes?]])
* insert Question(support-contact, integer, false)
* item[=].text = "Days on which you saw or talked to somebody close"
* insert Question(regular-times, boolean, false)
* item[=].text = "Same bedtime and same time of rising on most days?"
