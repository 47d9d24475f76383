Profile: TrdRatingScore
Parent: Observation
Id: trd-rating-score
Title: "Rating score"
Description: "The total of one rating scale on one day."
* obeys trd-score-1 and trd-score-2 and trd-score-3
* extension contains CourseTimepoint named timepoint 0..1 MS
* partOf MS
* status MS
* insert CategorySlice(survey, $observation-category#survey)
* code MS
* code from RatingScaleVS (extensible)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* value[x] MS
* value[x] only Quantity
* valueQuantity = $ucum#{score}
* interpretation MS
* derivedFrom MS
