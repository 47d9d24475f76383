Invariant: trd-cp-1
Description: "An active plan says since when."
* severity = #error
* expression = "status = 'active' implies period.start.exists()"

Invariant: trd-cp-2
Description: "A completed or revoked plan says until when."
* severity = #error
* expression = "(status = 'completed' or status = 'revoked') implies period.end.exists()"
