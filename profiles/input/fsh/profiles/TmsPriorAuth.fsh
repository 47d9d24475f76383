Profile: TmsPriorAuth
Parent: Claim
Id: tms-prior-auth
Title: "TMS prior authorisation"
Description: "What a payer is asked to authorise: how many sessions of which kind, for which order."
* status MS
* type MS
* use = #preauthorization
* patient MS
* created MS
* insurer MS
* provider MS
* referral 1..1 MS
* referral only Reference(ServiceRequest)
* referral ^short = "The course order"
* supportingInfo MS
* diagnosis 1..* MS
* insurance MS
* item 1..* MS
* item.productOrService from TmsBillingVS (extensible)
* item.quantity 1..1 MS
* item.quantity ^short = "How many sessions"
