Instance: TreatmentResistanceOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Treatment resistance"
Description: "Every trial of an episode with its verdict, whether the patient meets TRD, and the stages of Thase-Rush and Maudsley."
* insert Operation(treatment-resistance, Patient, false, false, true)
* name = "TreatmentResistanceOperation"
* title = "Treatment resistance"
* description = "Every trial of an episode with its verdict, whether the patient meets TRD, and the stages of Thase-Rush and Maudsley."
* insert Asked(asOf, 0, 1, dateTime)
* insert Asked(condition, 0, 1, id)
* insert Asked(policy, 0, 1, code)
* insert Group(trial, out, 0, *)
* insert InGroup(step, out, 1, 1, Reference)
* insert InGroup(agent, out, 0, 1, Coding)
* insert InGroup(class, out, 0, 1, code)
* insert InGroup(strategy, out, 0, 1, code)
* insert InGroup(inferred, out, 0, 1, boolean)
* insert InGroup(start, out, 0, 1, dateTime)
* insert InGroup(end, out, 0, 1, dateTime)
* insert InGroup(maxDose, out, 0, 1, Quantity)
* insert InGroup(weeks, out, 0, 1, decimal)
* insert InGroup(adequacy, out, 1, 1, code)
* insert InGroup(reason, out, 0, *, string)
* insert InGroup(outcome, out, 0, 1, code)
* insert InGroup(counts-as-failure, out, 1, 1, code)
* insert Answered(failed-trials, 1, 1, integer)
* insert Answered(failed-classes, 1, 1, integer)
* insert Answered(meets-trd, 1, 1, code)
* insert Answered(thase-rush, 1, 1, code)
* insert Group(maudsley, out, 1, 1)
* insert InGroup(status, out, 1, 1, code)
* insert InGroup(total, out, 0, 1, integer)
* insert InGroup(min, out, 0, 1, integer)
* insert InGroup(max, out, 0, 1, integer)
* insert InGroup(duration, out, 0, 1, integer)
* insert InGroup(severity, out, 0, 1, integer)
* insert InGroup(failures, out, 0, 1, integer)
* insert InGroup(augmentation, out, 0, 1, integer)
* insert InGroup(ect, out, 0, 1, integer)
* insert Findings(stated)
* insert Findings(exclusion)
* insert Findings(missing)
* insert Findings(conflict)
