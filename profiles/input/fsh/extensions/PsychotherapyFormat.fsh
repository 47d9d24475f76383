Extension: PsychotherapyFormat
Id: psychotherapy-format
Title: "Psychotherapy format"
Description: "With whom, and whether in one room."
* insert CodedExtension(Procedure, PsychotherapyFormatVS)
