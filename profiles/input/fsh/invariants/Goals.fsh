Invariant: trd-goal-1
Description: "A target has a measure exactly when it has a detail."
* severity = #error
* expression = "measure.exists() = detail.exists()"
