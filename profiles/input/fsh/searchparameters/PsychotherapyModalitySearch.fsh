Instance: PsychotherapyModalitySearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search psychotherapy by modality"
Description: "Courses and sessions of one method, such as interpersonal therapy."
* insert Searchable(psychotherapy-modality, PsychotherapyModalitySearch, psychotherapy-modality, token)
* description = "Courses and sessions of one method, such as interpersonal therapy."
* base[0] = #Procedure
* expression = "Procedure.extension('https://trd-care.github.io/fhir/StructureDefinition/psychotherapy-modality').value"
