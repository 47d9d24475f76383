Instance: EctCourse
InstanceOf: PlanDefinition
Usage: #definition
Title: "ECT course"
Description: "A course of electroconvulsive therapy with cognition measured around it."
* insert Protocol(ect-course, EctCourse)
* title = "ECT course"
* description = "A course of electroconvulsive therapy with cognition measured around it."
* insert Input(sessions, positiveInt, true, Number of treatments.)
* insert Input(placement, code, true, Where the electrodes are put.)
* insert Input(replaces, Reference, false, The plan that this one takes over from.)
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Screen for mania, screen-mania)
* insert Step(Order the course, order-ect-course)
* insert Step(PHQ-9 every week, measure-phq9)
