Extension: ContraindicationTier
Id: contraindication-tier
Title: "Contraindication tier"
Description: "Whether a contraindication closes the gate or is to be weighed."
* insert CodedExtension(Flag, ContraindicationTierVS)
