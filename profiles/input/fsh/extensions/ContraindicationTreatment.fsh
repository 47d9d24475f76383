Extension: ContraindicationTreatment
Id: contraindication-treatment
Title: "Contraindicated treatment"
Description: "The treatment that a contraindication concerns; one Flag for each."
* insert CodedExtension(Flag, ContraindicationTreatmentVS)
