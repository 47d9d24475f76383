Instance: Tms10HzLeftShort
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: 10 Hz, left, short intervals"
Description: "10 Hz stimulation with 11 s between trains."
* insert Protocol(tms-10hz-left-short, Tms10HzLeftShort)
* title = "TMS: 10 Hz, left, short intervals"
* description = "10 Hz stimulation with 11 s between trains."
* insert StimulationInputs
* insert Source([[brainultimate.com/protocols; 36 sessions as the usual course template (CTMSS-EHR), 30 acute and 6 taper]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Screen for mania, screen-mania)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-10hz-left-short)
* insert Step(PHQ-9 every week, measure-phq9)
