ValueSet: KetamineAgentVS
Id: ketamine-agent
Title: "Ketamine agent"
Description: "Ketamine and esketamine as they are used in depression."
* ^experimental = false
* $rxnorm#2119365
* $trd#esketamine-nasal
* $trd#ketamine-iv
