Profile: TrdEctSession
Parent: Procedure
Id: trd-ect-session
Title: "ECT session"
Description: "One treatment of a course of ECT; the cognition measured around it is an Observation that is part of it."
* insert SessionOfTreatment($trd#ect, $trd#ect-session)
* obeys trd-ect-1
* extension contains
    EctElectrodePlacement named placement 0..1 MS and
    EctStimulus named stimulus 0..1 MS and
    EctSeizure named seizure 0..1 MS and
    EctAnaesthesia named anaesthesia 0..1 MS and
    TreatmentConsent named consent 0..1 MS
* usedReference MS
