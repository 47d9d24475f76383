Instance: TmsEligibilityOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "TMS eligibility"
Description: "Each criterion of a payer policy with its evidence, the contraindications, and on demand the packet."
* insert Operation(tms-eligibility, Patient, false, false, true)
* name = "TmsEligibilityOperation"
* title = "TMS eligibility"
* description = "Each criterion of a payer policy with its evidence, the contraindications, and on demand the packet."
* insert Asked(asOf, 0, 1, dateTime)
* insert Asked(condition, 0, 1, id)
* insert Asked(policy, 0, 1, code)
* insert Asked(packet, 0, 1, boolean)
* insert Group(policy, out, 1, 1)
* insert InGroup(id, out, 1, 1, code)
* insert InGroup(title, out, 0, 1, string)
* insert InGroup(version, out, 0, 1, string)
* insert InGroup(date, out, 0, 1, date)
* insert InGroup(source, out, 0, 1, string)
* insert Group(criterion, out, 0, *)
* insert InGroup(id, out, 1, 1, code)
* insert InGroup(status, out, 1, 1, code)
* insert InGroup(text, out, 0, 1, string)
* insert InGroup(evidence, out, 0, *, Reference)
* insert Group(contraindication, out, 0, *)
* insert InGroup(code, out, 1, 1, code)
* insert InGroup(tier, out, 1, 1, code)
* insert InGroup(text, out, 0, 1, string)
* insert InGroup(evidence, out, 0, *, Reference)
* insert Findings(note)
* insert Answered(overall, 1, 1, code)
* insert Answered(packet, 0, 1, Bundle)
