Extension: EctStimulus
Id: ect-stimulus
Title: "ECT stimulus"
Description: "The electrical dose of one treatment, as the device shows it."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert Part(chargeMC, 0..1, decimal, [[Charge in millicoulomb]])
* insert Part(currentMA, 0..1, decimal, [[Current in milliampere]])
* insert Part(frequencyHz, 0..1, decimal, [[Frequency in hertz]])
* insert Part(pulseWidthMs, 0..1, decimal, [[Width of a pulse in milliseconds]])
* insert Part(durationS, 0..1, decimal, [[Length of the stimulus in seconds]])
