ValueSet: LifestyleThemeVS
Id: lifestyle-theme
Title: "Lifestyle theme"
Description: "The ten themes of self-care."
* ^experimental = false
* $trd#adherence
* $trd#contact
* $trd#sleep
* $trd#sleep-hygiene
* $trd#diet
* $trd#activity
* $trd#mindfulness
* $trd#support
* $trd#journaling
* $trd#expectations
