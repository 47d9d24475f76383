Instance: TmsDeepH1
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: Deep TMS with the H1 coil"
Description: "18 Hz stimulation with the H1 coil; the intensity is for the prescriber to say."
* insert Protocol(tms-deep-h1, TmsDeepH1)
* title = "TMS: Deep TMS with the H1 coil"
* description = "18 Hz stimulation with the H1 coil; the intensity is for the prescriber to say."
* insert StimulationInputsWithIntensity
* insert Source([[localhealthconnect.com deep-TMS text; 55 trains calculated from 1980 pulses; 30 sessions in six weeks, then 6 in three; no verified source for the intensity]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Screen for mania, screen-mania)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-deep-h1)
* insert Step(PHQ-9 every week, measure-phq9)
