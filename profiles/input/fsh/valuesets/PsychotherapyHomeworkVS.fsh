ValueSet: PsychotherapyHomeworkVS
Id: psychotherapy-homework
Title: "Psychotherapy homework"
Description: "What became of the homework."
* ^experimental = false
* $trd#homework-done
* $trd#homework-partly
* $trd#homework-not-done
* $trd#homework-none
