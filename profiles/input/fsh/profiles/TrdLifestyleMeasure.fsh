Profile: TrdLifestyleMeasure
Parent: Observation
Id: trd-lifestyle-measure
Title: "Lifestyle measure"
Description: "One measured day or week of a lifestyle goal."
* status MS
* category 1..* MS
* code MS
* code from LifestyleMeasureVS (extensible)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime or Period
* value[x] 1..1 MS
