// One part of a complex extension: a name, how often it may stand there, and its type.
RuleSet: Part(name, card, type)
* extension contains {name} {card}
* extension[{name}].value[x] 1..1
* extension[{name}].value[x] only {type}

// The stimulation block that an order prescribes and a session delivers; the meaning of each part is the same in both.
RuleSet: StimulationBlock
* insert Part(pattern, 1..1, CodeableConcept)
* extension[pattern].value[x] from TmsPatternVS (required)
* insert Part(target, 1..1, CodeableConcept)
* extension[target].value[x] from TmsTargetVS (extensible)
* insert Part(laterality, 1..1, CodeableConcept)
* extension[laterality].value[x] from TmsLateralityVS (required)
* insert Part(trainDurationS, 0..1, decimal)
* insert Part(pulseRateHz, 0..1, decimal)
* insert Part(pulsesPerBurst, 0..1, unsignedInt)
* insert Part(intraBurstHz, 0..1, decimal)
* insert Part(burstRateHz, 0..1, decimal)
* insert Part(trains, 0..1, unsignedInt)
* insert Part(interTrainIntervalS, 0..1, decimal)
* insert Part(itiConvention, 0..1, code)
* extension[itiConvention].value[x] from ItiConventionVS (required)
* insert Part(pulsesPerTrain, 0..1, unsignedInt)
* insert Part(pulsesTotal, 1..1, unsignedInt)
* insert Part(stimulationSeconds, 0..1, decimal)
* insert Part(intensityPctMT, 1..1, decimal)
* insert Part(depthFactor, 0..1, decimal)
* insert Part(thresholdReference, 0..1, Reference)
* extension[thresholdReference].value[x] only Reference(Observation)
* obeys tms-block-1 and tms-block-2

// A category slice that is told apart by its code of ours, beside whatever others there are.
RuleSet: CategorySlice(slice, coding)
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains {slice} 1..1 MS
* category[{slice}] = {coding}
