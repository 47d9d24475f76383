ValueSet: TmsBillingVS
Id: tms-billing
Title: "TMS billing code"
Description: "Codes under which sessions are authorised and charged; labels are our own."
* ^experimental = false
* $cpt#90867
* $cpt#90868
* $cpt#90869
