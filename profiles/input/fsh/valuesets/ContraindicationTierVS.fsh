ValueSet: ContraindicationTierVS
Id: contraindication-tier
Title: "Tier of a contraindication"
Description: "Closes the gate, or is to be weighed."
* ^experimental = false
* $trd#absolute
* $trd#relative
