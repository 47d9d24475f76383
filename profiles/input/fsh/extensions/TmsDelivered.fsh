Extension: TmsDelivered
Id: tms-delivered
Title: "TMS delivered"
Description: "One stimulation block as it was given; a session of sequential bilateral stimulation has two."
* ^context.type = #element
* ^context.expression = "Procedure"
* insert StimulationBlock(1..1)
* insert Part(intensityPctMSO, 0..1, decimal, [[The same intensity in percent of the stimulator's maximum output]])
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
* extension[interruption] ^short = "A pause of the block: when, how long, what was lost and why"
* extension[interruption].extension[at] ^short = "When it began"
* extension[interruption].extension[seconds] ^short = "How long it lasted"
* extension[interruption].extension[pulsesLost] ^short = "Pulses that were not given"
* extension[interruption].extension[reason] ^short = "Why"
