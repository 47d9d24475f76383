ValueSet: TmsSessionTypeVS
Id: tms-session-type
Title: "TMS session type"
Description: "What a session is charged by."
* ^experimental = false
* $tms#tms-session-first
* $tms#tms-session-later
* $tms#tms-session-threshold
