Instance: FlagCategorySearch
InstanceOf: SearchParameter
Usage: #definition
Title: "Search Flags by category"
Description: "Flags of one category, such as safety."
* insert Searchable(flag-category, FlagCategorySearch, flag-category, token)
* description = "Flags of one category, such as safety."
* base[0] = #Flag
* expression = "Flag.category"
