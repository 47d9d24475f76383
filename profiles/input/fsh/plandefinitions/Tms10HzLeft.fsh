Instance: Tms10HzLeft
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: 10 Hz, left"
Description: "Standard 10 Hz stimulation of the left dorsolateral prefrontal cortex."
* insert Protocol(tms-10hz-left, Tms10HzLeft)
* title = "TMS: 10 Hz, left"
* description = "Standard 10 Hz stimulation of the left dorsolateral prefrontal cortex."
* insert StimulationInputs
* insert Source([[brainultimate.com/protocols; THREE-D abstract; NIBS; 30 acute and 6 taper sessions]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Screen for mania, screen-mania)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-10hz-left)
* insert Step(PHQ-9 every week, measure-phq9)
