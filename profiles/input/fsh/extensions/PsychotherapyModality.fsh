Extension: PsychotherapyModality
Id: psychotherapy-modality
Title: "Psychotherapy modality"
Description: "The method of a psychotherapy."
* insert CodedExtension(Procedure, PsychotherapyModalityVS)
