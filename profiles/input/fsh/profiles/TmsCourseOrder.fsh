Profile: TmsCourseOrder
Parent: ServiceRequest
Id: tms-course-order
Title: "TMS course order"
Description: "The order of a whole course: how many sessions of which blocks. Planned numbers stand here and delivered ones on the sessions."
* obeys tms-order-1 and tms-order-2
* extension contains
    $request-status-reason named statusReason 0..1 MS and
    SessionsPrescribed named sessionsPrescribed 1..1 MS and
    TmsPrescription named prescription 1..* MS and
    TreatmentStrategy named strategy 0..1 MS and
    SafetyOverride named safetyOverride 0..* and
    $pertains-to-goal named goal 0..* MS
* instantiatesCanonical MS
* replaces MS
* status MS
* intent MS
* insert CategorySlice(neuromodulation, $tms#neuromodulation)
* code 1..1 MS
* code = $tms#tms-course
* subject MS
* subject only Reference(Patient)
* occurrence[x] MS
* authoredOn MS
* requester MS
* reasonReference 1..* MS
* reasonReference only Reference(Condition)
* insurance MS
* supportingInfo MS
