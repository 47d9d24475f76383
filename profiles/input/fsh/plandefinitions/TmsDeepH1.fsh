Instance: TmsDeepH1
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: Deep TMS with the H1 coil"
Description: "18 Hz stimulation with the H1 coil; the intensity is a default that the clinic confirms."
* insert Protocol(tms-deep-h1, TmsDeepH1)
* title = "TMS: Deep TMS with the H1 coil"
* description = "18 Hz stimulation with the H1 coil; the intensity is a default that the clinic confirms."
* insert StimulationInputs
* insert Source([[localhealthconnect.com deep-TMS text; trains calculated from 1980 pulses]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-deep-h1)
* insert Step(PHQ-9 every week, measure-phq9)
