ValueSet: EarlyReleaseReasonVS
Id: early-release-reason
Title: "Reason of an early release"
Description: "Why a patient left before the observation was over."
* ^experimental = false
* $trd#against-advice
* $trd#emergency
* $trd#other-reason
