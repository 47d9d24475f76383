Instance: ManiaScreen
InstanceOf: Questionnaire
Usage: #definition
Title: "Mania screen"
Description: "Asked before and during treatment; own questions, not a rating scale."
* insert Form(mania-screen, ManiaScreen)
* title = "Mania screen"
* description = "Asked before and during treatment; own questions, not a rating scale."
* copyright = "Own wording of the TRD Care guide, Apache-2.0."
* code = $trd#mania-screen
* insert YesOrNo(elevated-mood, [[For several days, a mood so high or excited that others found it unlike you?]])
* insert YesOrNo(irritable-mood, [[For several days, so irritable that you quarrelled or shouted?]])
* insert YesOrNo(less-sleep, [[Much less sleep than usual without being tired?]])
* insert YesOrNo(racing-thoughts, [[Thoughts racing, or talking much faster than usual?]])
* insert YesOrNo(risky-behaviour, [[Spending, driving or other behaviour that was risky and unlike you?]])
* insert YesOrNo(diagnosed-mania, [[Ever told by a clinician that you had mania, hypomania or bipolar disorder?]])
