Instance: TmsSequentialBilateral
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: Sequential bilateral"
Description: "1 Hz on the right, then 10 Hz on the left."
* insert Protocol(tms-sequential-bilateral, TmsSequentialBilateral)
* title = "TMS: Sequential bilateral"
* description = "1 Hz on the right, then 10 Hz on the left."
* insert RequiredStimulationInputs
* insert Input(sessions-per-week, positiveInt, true, Sessions a week; the source gives three to six weeks and no rhythm.)
* insert Input(intensity, decimal, false, Percent of motor threshold where it differs from the protocol.)
* insert Input(depth-factor, decimal, false, Factor by which the intensity is corrected for depth.)
* insert Source([[jpn.ca 41/4/E58]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Screen for mania, screen-mania)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-sequential-bilateral)
* insert Step(PHQ-9 every week, measure-phq9)
