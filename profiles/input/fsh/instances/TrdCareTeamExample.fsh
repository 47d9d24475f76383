Instance: trd-careteam-example
InstanceOf: TrdCareTeam
Usage: #example
Title: "A team of two"
Description: "A psychiatrist and the patient."
* status = #active
* subject = Reference(Patient/example)
* participant[0].role.text = "Psychiatrist"
* participant[0].member = Reference(PractitionerRole/example)
* participant[1].role.text = "Patient"
* participant[1].member = Reference(Patient/example)
