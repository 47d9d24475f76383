Extension: EctStimulus
Id: ect-stimulus
Title: "ECT stimulus"
Description: "The electrical dose of one treatment, as the device shows it."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert Part(chargeMC, 0..1, decimal)
* insert Part(currentMA, 0..1, decimal)
* insert Part(frequencyHz, 0..1, decimal)
* insert Part(pulseWidthMs, 0..1, decimal)
* insert Part(durationS, 0..1, decimal)
