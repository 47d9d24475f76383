Extension: CourseTimepoint
Id: course-timepoint
Title: "Course time point"
Description: "When in a course a score was taken."
* ^context.type = #element
* ^context.expression = "Observation"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from CourseTimepointVS (required)
