CodeSystem: TrdMessageEvents
Id: trd-message-events
Title: "Events of messages between systems of care"
Description: "What a FHIR message tells; each event has a MessageDefinition."
* ^status = #draft
* ^experimental = false
* ^caseSensitive = true
* #tms-referral "TMS referral" "A patient is referred for TMS: the order, and the Task that is to be taken up."
* #referral-status "Referral status" "A referral was taken up, turned down, or moved on."
* #rating-result "Rating result" "A rating scale was answered."
* #tms-session-report "TMS session report" "Sessions of TMS were given, or were not."
* #care-plan-shared "Care plan shared" "A plan of care with its goals, made or changed elsewhere."
