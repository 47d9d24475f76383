ValueSet: CourseOutcomeVS
Id: course-outcome
Title: "Outcome of a course"
Description: "What became of a course of treatment."
* ^experimental = false
* $trd#remission
* $trd#response
* $trd#partial
* $trd#none
* $trd#worsening
* $trd#unknown
