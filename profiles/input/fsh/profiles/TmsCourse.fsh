Profile: TmsCourse
Parent: Procedure
Id: tms-course
Title: "TMS course"
Description: "A course of TMS sessions: updated in place while it runs, its totals written when it ends."
* obeys tms-course-1 and tms-course-2 and tms-course-3
* extension contains
    CourseHold named hold 0..* MS and
    SafetyOverride named safetyOverride 0..* MS and
    SessionsDelivered named sessionsDelivered 0..1 MS and
    PulsesDeliveredTotal named pulsesDelivered 0..1 MS and
    TreatmentStrategy named strategy 0..1 MS and
    TreatmentConsent named consent 0..1 MS and
    $pertains-to-goal named goal 0..* MS
* instantiatesCanonical MS
* basedOn 1..* MS
* status MS
* statusReason MS
* category 1..1 MS
* category = $tms#neuromodulation
* code 1..1 MS
* code = $tms#tms-course
* subject MS
* subject only Reference(Patient)
* performed[x] 1..1 MS
* performed[x] only Period
* performedPeriod.start 1..1 MS
* performer MS
* reasonReference MS
* outcome MS
* outcome from CourseOutcomeVS (preferred)
* usedReference MS
