ValueSet: RecordStatusVS
Id: record-status
Title: "Record status"
Description: "Whether a record stands."
* ^experimental = false
* $trd#recorded
* $trd#withdrawn
