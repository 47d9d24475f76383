Extension: EctSeizure
Id: ect-seizure
Title: "ECT seizure"
Description: "How long the seizure of one treatment was, seen in the muscle and in the EEG."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert Part(motorSeconds, 0..1, decimal, [[Seconds seen in the muscle]])
* insert Part(eegSeconds, 0..1, decimal, [[Seconds seen in the EEG]])
