Instance: OrderCbtCourse
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: Cognitive behavioural therapy"
Description: "A course of psychotherapy."
* insert Activity(order-cbt-course, OrderCbtCourse, ServiceRequest, $trd#psychotherapy-course)
* title = "Order: Cognitive behavioural therapy"
* description = "A course of psychotherapy."
* code.coding[1] = $trd#cbt
