Extension: NeurostimulatorSettings
Id: neurostimulator-settings
Title: "Neurostimulator settings"
Description: "The settings with which the patient leaves a programming visit."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert Part(outputMA, 0..1, decimal)
* insert Part(amplitudeV, 0..1, decimal)
* insert Part(frequencyHz, 0..1, decimal)
* insert Part(pulseWidthUs, 0..1, decimal)
* insert Part(onSeconds, 0..1, decimal)
* insert Part(offSeconds, 0..1, decimal)
* insert Part(contacts, 0..1, string)
