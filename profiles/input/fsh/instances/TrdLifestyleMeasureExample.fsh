Instance: trd-lifestyle-measure-example
InstanceOf: TrdLifestyleMeasure
Usage: #example
Title: "A week's activity"
Description: "130 minutes in one week."
* status = #final
* category = $observation-category#activity
* code = $loinc#82290-8
* subject = Reference(Patient/example)
* effectivePeriod.start = "2026-06-01"
* effectivePeriod.end = "2026-06-07"
* valueQuantity = 130 'min/wk'
