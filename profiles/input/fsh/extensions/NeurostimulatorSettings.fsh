Extension: NeurostimulatorSettings
Id: neurostimulator-settings
Title: "Neurostimulator settings"
Description: "The settings with which the patient leaves a programming visit."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert Part(outputMA, 0..1, decimal, [[Output current in milliampere]])
* insert Part(amplitudeV, 0..1, decimal, [[Amplitude in volt]])
* insert Part(frequencyHz, 0..1, decimal, [[Frequency in hertz]])
* insert Part(pulseWidthUs, 0..1, decimal, [[Width of a pulse in microseconds]])
* insert Part(onSeconds, 0..1, decimal, [[Seconds on]])
* insert Part(offSeconds, 0..1, decimal, [[Seconds off]])
* insert Part(contacts, 0..1, string, [[Which contacts, as the device shows it]])
