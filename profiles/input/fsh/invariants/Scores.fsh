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
