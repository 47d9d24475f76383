Extension: StatedAdequacy
Id: stated-adequacy
Title: "Stated adequacy"
Description: "What an earlier prescriber stated of a trial; shown, and but for adherence never used in a verdict."
* ^context.type = #element
* ^context.expression = "MedicationStatement"
* insert Part(doseAdequate, 0..1, boolean, [[Whether the dose was called adequate]])
* insert Part(durationWeeks, 0..1, decimal, [[Weeks that were stated]])
* insert Part(adherencePercent, 0..1, decimal, [[Percent of doses taken; a fact that verdicts use]])
* insert Part(class, 0..1, code, [[Class of the drug as stated]])
