Profile: TmsSafetyScreen
Parent: QuestionnaireResponse
Id: tms-safety-screen
Title: "TMS safety screen"
Description: "Answers about metal, implants, seizures and whatever else speaks against TMS; a yes becomes a Flag."
* obeys tms-screen-1
* questionnaire 1..1 MS
* status MS
* subject 1..1 MS
* subject only Reference(Patient)
* authored 1..1 MS
* author MS
* source MS
* item 1..* MS
