ValueSet: ContraindicationTreatmentVS
Id: contraindication-treatment
Title: "Contraindicated treatment"
Description: "The treatments whose contraindications the server knows."
* ^experimental = false
* $trd#tms
* $trd#esketamine
* $trd#ect
* $trd#maoi
