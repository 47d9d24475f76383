Profile: TmsSessionCheck
Parent: QuestionnaireResponse
Id: tms-session-check
Title: "Check before a TMS session"
Description: "What changed since the last session: sleep, alcohol, medicines, implants, mood."
* obeys tms-check-1
* questionnaire 1..1 MS
* partOf MS
* partOf only Reference(Procedure)
* status MS
* subject 1..1 MS
* subject only Reference(Patient)
* authored 1..1 MS
* author MS
* item 1..* MS
