Instance: TmsItbsLeft
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: Theta burst, left"
Description: "Intermittent theta-burst stimulation of the left dorsolateral prefrontal cortex."
* insert Protocol(tms-itbs-left, TmsItbsLeft)
* title = "TMS: Theta burst, left"
* description = "Intermittent theta-burst stimulation of the left dorsolateral prefrontal cortex."
* insert StimulationInputs
* insert Source([[THREE-D (magstim.com article); NIBS; 36 sessions as the usual course template (CTMSS-EHR), 30 acute and 6 taper]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Screen for mania, screen-mania)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-itbs-left)
* insert Step(PHQ-9 every week, measure-phq9)
