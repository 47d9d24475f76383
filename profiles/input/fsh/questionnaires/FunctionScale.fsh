Instance: FunctionScale
InstanceOf: Questionnaire
Usage: #definition
Title: "Function: score entry"
Description: "Total of a scale of function, by number only."
* insert Form(function-scale, FunctionScale)
* title = "Function: score entry"
* description = "Total of a scale of function, by number only."
* copyright = "Rights in the scales stay with their owners; this form has totals only."
* insert Measure(whodas-total, $trd#whodas-total, decimal, WHODAS 2.0 total)
* insert Measure(sheehan-total, $trd#sheehan-total, decimal, Sheehan disability total)
