Instance: OrderEctCourse
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Order: ECT course"
Description: "A course of electroconvulsive therapy."
* insert Activity(order-ect-course, OrderEctCourse, ServiceRequest, $trd#ect-course)
* title = "Order: ECT course"
* description = "A course of electroconvulsive therapy."
