Instance: IptCourse
InstanceOf: PlanDefinition
Usage: #definition
Title: "Interpersonal psychotherapy"
Description: "A course of psychotherapy by visits."
* insert Protocol(ipt-course, IptCourse)
* title = "Interpersonal psychotherapy"
* description = "A course of psychotherapy by visits."
* insert Input(sessions, positiveInt, true, Number of visits.)
* insert Input(replaces, Reference, false, The plan that this one takes over from.)
* insert ScaleGoal(Remission: a PHQ-9 below 5, $loinc#44261-6, 5)
* insert Step(Order the course, order-ipt-course)
* insert Step(PHQ-9 every week, measure-phq9)
