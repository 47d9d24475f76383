Instance: OrderIptCourse
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: Interpersonal psychotherapy"
Description: "A course of psychotherapy."
* insert Activity(order-ipt-course, OrderIptCourse, ServiceRequest, $trd#psychotherapy-course)
* title = "Order: Interpersonal psychotherapy"
* description = "A course of psychotherapy."
* code.coding[1] = $trd#ipt
