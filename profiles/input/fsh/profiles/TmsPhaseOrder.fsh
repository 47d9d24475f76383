Profile: TmsPhaseOrder
Parent: ServiceRequest
Id: tms-phase-order
Title: "TMS phase order"
Description: "The order of one phase of a course, such as the ramp-up or the taper, where its numbers differ from those of the course order."
* obeys tms-order-1 and tms-order-2
* extension contains
    $request-status-reason named statusReason 0..1 MS and
    SessionPhase named phase 1..1 MS and
    SessionsPrescribed named sessionsPrescribed 1..1 MS and
    TmsPrescription named prescription 1..* MS
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The course order that this phase is a part of"
* replaces MS
* status MS
* intent MS
* insert CategorySlice(neuromodulation, $tms#neuromodulation)
* code 1..1 MS
* code = $tms#tms-phase
* subject MS
* subject only Reference(Patient)
* occurrence[x] MS
* authoredOn MS
* requester MS
* reasonReference MS
