Profile: TrdPsychotherapyCourse
Parent: Procedure
Id: trd-psychotherapy-course
Title: "Psychotherapy course"
Description: "A course of structured psychotherapy."
* insert CourseOfTreatment($trd#psychotherapy, $trd#psychotherapy-course)
* extension contains
    PsychotherapyModality named modality 1..1 MS and
    PsychotherapyFormat named format 0..1 MS
