ValueSet: RatingScaleVS
Id: rating-scale
Title: "Rating scale"
Description: "Totals of the scales by which depression care is steered; function and the cognition around ECT by their total alone."
* ^experimental = false
* $loinc#44261-6
* $loinc#55758-7
* $loinc#70274-6
* $loinc#89209-1
* $trd#madrs-total
* $trd#hamd17-total
* $trd#qids-sr16-total
* $trd#cgi-s
* $trd#cgi-i
* $trd#whodas-total
* $trd#sheehan-total
* $trd#ect-cognition
