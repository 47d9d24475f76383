Extension: InvestigationalUse
Id: investigational-use
Title: "Investigational use"
Description: "That a treatment is not approved for depression, and the study in which it is given."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert Part(investigational, 1..1, boolean)
* insert Part(researchSubject, 0..1, Reference)
* extension[researchSubject].value[x] only Reference(ResearchSubject)
