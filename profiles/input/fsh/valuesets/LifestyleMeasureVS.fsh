ValueSet: LifestyleMeasureVS
Id: lifestyle-measure
Title: "Lifestyle measure"
Description: "What is measured for a lifestyle goal."
* ^experimental = false
* $loinc#93832-4
* $loinc#97890-8
* $loinc#82290-8
* $loinc#89555-7
* $loinc#68516-4
* $loinc#71799-1
* $loinc#93029-7
* $trd#session-attendance-ratio
* $trd#activity-minutes-day
* $trd#mindfulness-minutes-week
* $trd#journaling-entries-week
* $trd#servings-day
* $trd#expectations-reviewed
