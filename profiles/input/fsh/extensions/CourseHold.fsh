Extension: CourseHold
Id: course-hold
Title: "Course hold"
Description: "A pause of a course: nothing is given from its start to its end without an override."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert Part(start, 1..1, dateTime, [[Since when nothing is given]])
* insert Part(end, 0..1, dateTime, [[Until when; absent while the hold lasts]])
* insert Part(reason, 1..1, CodeableConcept, [[Why]])
* insert Part(by, 0..1, Reference, [[The clinician who decided it]])
* extension[by].value[x] only Reference(Practitioner or PractitionerRole)
