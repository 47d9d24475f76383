ValueSet: ConsentedTreatmentVS
Id: consented-treatment
Title: "Treatment consented to"
Description: "The treatments to which a consent of their own is given."
* ^experimental = false
* $tms#tms-course
* $trd#ect-course
* $trd#esketamine-nasal
* $trd#ketamine-iv
* $trd#psychotherapy-course
* $trd#neurostimulator-implant
* $trd#rems-enrolment
