Instance: TrdPathway
InstanceOf: PlanDefinition
Usage: #definition
Title: "Pathway of treatment-resistant depression"
Description: "From measured care over psychotherapy and neuromodulation to maintenance; which step is next is a clinical choice."
* insert Protocol(trd-pathway, TrdPathway)
* title = "Pathway of treatment-resistant depression"
* description = "From measured care over psychotherapy and neuromodulation to maintenance; which step is next is a clinical choice."
* insert Input(replaces, Reference, false, The plan that this one takes over from.)
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Measure, measure-phq9)
* insert SubProtocol(Self-care, lifestyle-programme)
* insert SubProtocol(Psychotherapy, cbt-course)
* insert SubProtocol(TMS, tms-10hz-left)
* insert SubProtocol(Esketamine, esketamine-induction)
* insert SubProtocol(ECT, ect-course)
* insert SubProtocol(Maintenance, tms-maintenance)
