Extension: InvestigationalUse
Id: investigational-use
Title: "Investigational use"
Description: "That a treatment is not approved for depression, and the study in which it is given."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert Part(investigational, 1..1, boolean, [[True where the treatment is not approved for depression]])
* insert Part(researchSubject, 0..1, Reference, [[The study in which it is given]])
* extension[researchSubject].value[x] only Reference(ResearchSubject)
