Instance: EsketamineInduction
InstanceOf: PlanDefinition
Usage: #definition
Title: "Esketamine: induction"
Description: "Doses under observation of two hours at a certified site; dose and rhythm are for the prescriber to say."
* insert Protocol(esketamine-induction, EsketamineInduction)
* title = "Esketamine: induction"
* description = "Doses under observation of two hours at a certified site; dose and rhythm are for the prescriber to say."
* insert Input(dose, Quantity, true, Dose in mg.)
* insert Input(doses-per-week, positiveInt, true, Doses a week.)
* insert Input(weeks, positiveInt, true, Weeks.)
* insert Input(replaces, Reference, false, The plan that this one takes over from.)
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for mania, screen-mania)
* insert Step(Order the doses, order-esketamine)
* insert Step(PHQ-9 every week, measure-phq9)
