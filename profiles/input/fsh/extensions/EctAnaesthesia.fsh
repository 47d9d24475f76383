Extension: EctAnaesthesia
Id: ect-anaesthesia
Title: "Anaesthesia of an ECT session"
Description: "The record of the anaesthesia under which a treatment was given."
* ^context.type = #element
* ^context.expression = "Procedure"
* value[x] only Reference(Procedure or MedicationAdministration or DocumentReference)
* value[x] 1..1
