Instance: FlagCodeSearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search Flags by code"
Description: "Flags of one alert or contraindication."
* insert Searchable(flag-code, FlagCodeSearch, flag-code, token)
* description = "Flags of one alert or contraindication."
* base[0] = #Flag
* expression = "Flag.code"
