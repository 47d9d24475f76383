ValueSet: ItiConventionVS
Id: iti-convention
Title: "Inter-train interval convention"
Description: "From where to where the interval between trains is counted; vendors and researchers differ."
* ^experimental = false
* $tms#end-to-start
* $tms#onset-to-onset
