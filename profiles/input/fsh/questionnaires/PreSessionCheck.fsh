Instance: PreSessionCheck
InstanceOf: Questionnaire
Usage: #definition
Title: "Check before a session"
Description: "Asked before every TMS session: what changed since the last one."
* insert Form(pre-session-check, PreSessionCheck)
* title = "Check before a session"
* description = "Asked before every TMS session: what changed since the last one."
* copyright = "Own wording of the TRD Care guide, Apache-2.0."
* insert YesOrNo(sleep-loss, [[Much less sleep than usual last night?]])
* insert YesOrNo(alcohol, [[Alcohol, cannabis or another drug since the last session?]])
* insert YesOrNo(medication-change, [[A medicine started, stopped or changed in dose?]])
* insert YesOrNo(new-implant, [[Any new implant, piercing or metal in or near the head?]])
* insert YesOrNo(mood-worse, [[Mood clearly worse, or unusually high or irritable?]])
* insert YesOrNo(suicidal-thoughts, [[Thoughts of death or of harming yourself?]])
* insert YesOrNo(ear-protection, [[Ear protection in place for patient and operator?]])
