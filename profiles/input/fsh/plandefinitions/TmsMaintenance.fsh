Instance: TmsMaintenance
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: Maintenance"
Description: "Sessions that keep a response, with the block of the earlier order."
* insert Protocol(tms-maintenance, TmsMaintenance)
* title = "TMS: Maintenance"
* description = "Sessions that keep a response, with the block of the earlier order."
* insert RequiredStimulationInputs
* insert Input(order, Reference, true, The earlier order whose block is kept.)
* insert Input(sessions-per-week, decimal, true, Sessions a week.)
* insert Source([[none: rhythm and number are for the prescriber to say]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Screen for mania, screen-mania)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-maintenance)
* insert Step(PHQ-9 every week, measure-phq9)
