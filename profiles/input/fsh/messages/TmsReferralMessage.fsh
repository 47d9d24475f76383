Instance: TmsReferralMessage
InstanceOf: MessageDefinition
Usage: #definition
Title: "TMS referral"
Description: "A patient is referred for TMS: the order, the Task that is to be taken up, and what they rest on."
* insert Message(tms-referral, TmsReferralMessage, [[TMS referral]], [[A patient is referred for TMS: the order, the Task that is to be taken up, and what they rest on.]])
* insert Focus(ServiceRequest, 1, *)
* insert Focus(Task, 0, *)
