Instance: ImportOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Import"
Description: "Fetches files of resources (NDJSON) from hosts that the operator has allowed, and stores each resource under its id as a PUT would. Asked with Prefer: respond-async; Content-Location of the answer 202 names where the report will be: what is stored of each file, and a file with the reason for each line that is not."
* id = "import"
* url = "https://trd-care.github.io/fhir/OperationDefinition/import"
* version = "0.1.0"
* status = #active
* kind = #operation
* affectsState = true
* code = #import
* system = true
* type = false
* instance = false
* name = "ImportOperation"
* title = "Import"
* description = "Fetches files of resources (NDJSON) from hosts that the operator has allowed, and stores each resource under its id as a PUT would. Asked with Prefer: respond-async; Content-Location of the answer 202 names where the report will be: what is stored of each file, and a file with the reason for each line that is not."
* insert Asked(inputFormat, 1, 1, code)
* insert Asked(inputSource, 1, 1, uri)
* insert Group(input, in, 1, *)
* insert InGroup(type, in, 1, 1, code)
* insert InGroup(url, in, 1, 1, url)
