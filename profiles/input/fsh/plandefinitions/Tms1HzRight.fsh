Instance: Tms1HzRight
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: 1 Hz, right"
Description: "Low-frequency stimulation of the right dorsolateral prefrontal cortex; pulses and intensity are for the prescriber to say."
* insert Protocol(tms-1hz-right, Tms1HzRight)
* title = "TMS: 1 Hz, right"
* description = "Low-frequency stimulation of the right dorsolateral prefrontal cortex; pulses and intensity are for the prescriber to say."
* insert RequiredStimulationInputs
* insert Input(intensity, decimal, true, Percent of motor threshold.)
* insert Input(pulses, positiveInt, true, Pulses of one session.)
* insert Source([[CANMAT 2016 by psychdb.com]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Screen for mania, screen-mania)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-1hz-right)
* insert Step(PHQ-9 every week, measure-phq9)
