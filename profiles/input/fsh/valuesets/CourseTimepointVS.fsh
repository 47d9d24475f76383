ValueSet: CourseTimepointVS
Id: course-timepoint
Title: "Time point in a course"
Description: "When in a course a score was taken."
* ^experimental = false
* $trd#baseline
* $trd#interim
* $trd#end
* $trd#follow-up
