Invariant: trd-score-1
Description: "A score lies in the range of its scale."
* severity = #error
* expression = "value.exists().not() or (code.coding.where(code = '44261-6' or code = 'qids-sr16-total').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 27))"

Invariant: trd-score-2
Description: "A GAD-7 total lies between 0 and 21, a PHQ-2 total between 0 and 6."
* severity = #error
* expression = "value.exists().not() or ((code.coding.where(code = '70274-6').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 21)) and (code.coding.where(code = '55758-7').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 6)))"

Invariant: trd-score-3
Description: "A MADRS total lies between 0 and 60, a HAM-D-17 total between 0 and 52, a BDI-II total between 0 and 63, a CGI rating between 1 and 7."
* severity = #error
* expression = "value.exists().not() or ((code.coding.where(code = 'madrs-total').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 60)) and (code.coding.where(code = 'hamd17-total').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 52)) and (code.coding.where(code = '89209-1').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 63)) and (code.coding.where(code = 'cgi-s' or code = 'cgi-i').exists() implies (value.ofType(Quantity).value >= 1 and value.ofType(Quantity).value <= 7)))"

Invariant: trd-stage-1
Description: "A Maudsley total is a score from 3 to 15, a Thase-Rush stage is coded."
* severity = #error
* expression = "(code.coding.where(code = 'msm-total').exists() implies (value.ofType(Quantity).value >= 3 and value.ofType(Quantity).value <= 15 and value.ofType(Quantity).code = '{score}')) and (code.coding.where(code = 'thase-rush-stage').exists() implies value.ofType(CodeableConcept).coding.where(code in ('thase-rush-0' | 'thase-rush-1' | 'thase-rush-2' | 'thase-rush-3' | 'thase-rush-4' | 'thase-rush-5')).exists())"

Invariant: trd-stage-2
Description: "All five parts of a Maudsley total add up to it."
* severity = #error
* expression = "code.coding.where(code = 'msm-total').empty() or component.count() != 5 or component.value.ofType(integer).aggregate($this + $total, 0) = value.ofType(Quantity).value"

Invariant: trd-stage-3
Description: "Duration is 1 to 3, severity and failures 1 to 5, augmentation and ECT 0 or 1; no part stands twice."
* severity = #error
* expression = "component.code.coding.code.isDistinct() and component.where(code.coding.where(code = 'msm-duration').exists()).all(value.ofType(integer) >= 1 and value.ofType(integer) <= 3) and component.where(code.coding.where(code = 'msm-severity' or code = 'msm-failures').exists()).all(value.ofType(integer) >= 1 and value.ofType(integer) <= 5) and component.where(code.coding.where(code = 'msm-augmentation' or code = 'msm-ect').exists()).all(value.ofType(integer) >= 0 and value.ofType(integer) <= 1)"
