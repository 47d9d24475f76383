Instance: TmsSafetyScreenForm
InstanceOf: Questionnaire
Usage: #definition
Title: "TMS safety screen"
Description: "Asked before the first session; every yes is looked at by a clinician."
* insert Form(tms-safety-screen, TmsSafetyScreenForm)
* title = "TMS safety screen"
* description = "Asked before the first session; every yes is looked at by a clinician."
* copyright = "Own wording of the TRD Care guide, Apache-2.0."
* insert YesOrNo(metal-in-head, [[Metal, clip, coil, stent or magnetic implant in or near the head, within 30 cm of the coil?]])
* insert YesOrNo(electronic-implant, [[Pacemaker, defibrillator, nerve or brain stimulator, cochlear implant or drug pump?]])
* insert YesOrNo(seizure, [[Ever a seizure, or epilepsy?]])
* insert YesOrNo(brain-lesion, [[Stroke, raised pressure in the head, brain tumour or serious head injury?]])
* insert YesOrNo(pregnancy, [[Pregnant, or possibly pregnant?]])
* insert YesOrNo(mania-or-psychosis, [[Ever mania or psychosis?]])
* insert YesOrNo(hearing, [[Hearing loss or ringing in the ears?]])
* insert YesOrNo(threshold-drug, [[A medicine that lowers the seizure threshold, or a recent change of a sedative?]])
* insert YesOrNo(alcohol-or-sleep-loss, [[Heavy drinking, withdrawal, or a night without sleep in the last week?]])
