Instance: CbtCourse
InstanceOf: PlanDefinition
Usage: #definition
Title: "Cognitive behavioural therapy"
Description: "A course of psychotherapy by visits."
* insert Protocol(cbt-course, CbtCourse)
* title = "Cognitive behavioural therapy"
* description = "A course of psychotherapy by visits."
* insert Input(sessions, positiveInt, true, Number of visits.)
* insert Input(replaces, Reference, false, The plan that this one takes over from.)
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Order the course, order-cbt-course)
* insert Step(PHQ-9 every week, measure-phq9)
