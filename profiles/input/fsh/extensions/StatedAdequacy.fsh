Extension: StatedAdequacy
Id: stated-adequacy
Title: "Stated adequacy"
Description: "What an earlier prescriber stated of a trial; shown, and but for adherence never used in a verdict."
* ^context.type = #element
* ^context.expression = "MedicationStatement"
* insert Part(doseAdequate, 0..1, boolean)
* insert Part(durationWeeks, 0..1, decimal)
* insert Part(adherencePercent, 0..1, decimal)
* insert Part(class, 0..1, code)
