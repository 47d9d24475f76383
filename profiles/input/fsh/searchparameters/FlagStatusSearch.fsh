Instance: FlagStatusSearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search Flags by status"
Description: "Flags that are active, inactive or entered in error."
* insert Searchable(flag-status, FlagStatusSearch, flag-status, token)
* description = "Flags that are active, inactive or entered in error."
* base[0] = #Flag
* expression = "Flag.status"
