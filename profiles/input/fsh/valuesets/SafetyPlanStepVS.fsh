ValueSet: SafetyPlanStepVS
Id: safety-plan-step
Title: "Step of a safety plan"
Description: "What one step of a safety plan is about."
* ^experimental = false
* $trd#warning-sign
* $trd#own-coping
* $trd#distraction
* $trd#person-to-ask
* $trd#professional-to-call
* $trd#safe-surroundings
