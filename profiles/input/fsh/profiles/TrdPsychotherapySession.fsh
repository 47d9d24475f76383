Profile: TrdPsychotherapySession
Parent: Procedure
Id: trd-psychotherapy-session
Title: "Psychotherapy session"
Description: "One visit of a course of psychotherapy, kept or missed."
* insert SessionOfTreatment($trd#psychotherapy, $trd#psychotherapy-session)
* extension contains
    PsychotherapyModality named modality 0..1 MS and
    PsychotherapyFormat named format 0..1 MS and
    PsychotherapyHomework named homework 0..1 MS
