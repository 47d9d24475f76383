Profile: TrdCareTeam
Parent: CareTeam
Id: trd-careteam
Title: "Care team in treatment-resistant depression"
Description: "Who carries the plan, and in which role."
* status 1..1 MS
* subject 1..1 MS
* subject only Reference(Patient)
* period MS
* participant 1..* MS
* participant.role 1..* MS
* participant.member 1..1 MS
* managingOrganization MS
