Profile: TrdEctCourse
Parent: Procedure
Id: trd-ect-course
Title: "ECT course"
Description: "A course of electroconvulsive therapy."
* insert CourseOfTreatment($trd#ect, $trd#ect-course)
