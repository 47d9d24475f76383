Instance: ReferralStatusMessage
InstanceOf: MessageDefinition
Usage: #definition
Title: "Referral status"
Description: "A referral was taken up, turned down, or moved on."
* insert Message(referral-status, ReferralStatusMessage, [[Referral status]], [[A referral was taken up, turned down, or moved on.]])
* insert Focus(Task, 1, *)
