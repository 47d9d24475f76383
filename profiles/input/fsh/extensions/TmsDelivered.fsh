Extension: TmsDelivered
Id: tms-delivered
Title: "TMS delivered"
Description: "One stimulation block as it was given; a session of sequential bilateral stimulation has two."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert StimulationBlock
* insert Part(intensityPctMSO, 0..1, decimal)
* extension contains interruption 0..*
* extension[interruption].extension contains
    at 0..1 and
    seconds 0..1 and
    pulsesLost 0..1 and
    reason 0..1
* extension[interruption].extension[at].value[x] only dateTime
* extension[interruption].extension[seconds].value[x] only decimal
* extension[interruption].extension[pulsesLost].value[x] only unsignedInt
* extension[interruption].extension[reason].value[x] only CodeableConcept
