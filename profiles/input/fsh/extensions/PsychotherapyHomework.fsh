Extension: PsychotherapyHomework
Id: psychotherapy-homework
Title: "Psychotherapy homework"
Description: "What became of the homework since the last session."
* insert CodedExtension(Procedure, PsychotherapyHomeworkVS)
