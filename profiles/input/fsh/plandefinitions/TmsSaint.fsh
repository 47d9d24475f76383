Instance: TmsSaint
InstanceOf: PlanDefinition
Usage: #definition
Title: "TMS: Accelerated theta burst (SAINT)"
Description: "Ten sessions a day on five days, at least 50 minutes apart."
* insert Protocol(tms-saint, TmsSaint)
* title = "TMS: Accelerated theta burst (SAINT)"
* description = "Ten sessions a day on five days, at least 50 minutes apart."
* insert StimulationInputs
* insert Input(depth-factor, decimal, false, Factor by which the intensity is corrected for depth.)
* insert Source([[clinicaltmssociety.org statement; floridatmsclinic.com]])
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for contraindications, screen-tms-safety)
* insert Step(Screen for mania, screen-mania)
* insert Step(Ask for authorisation, ask-prior-authorisation)
* insert Step(Order the course, order-tms-saint)
* insert Step(PHQ-9 every week, measure-phq9)
