// One part of a complex extension: a name, how often it may stand there, its type, and what it means.
RuleSet: Part(name, card, type, short)
* extension contains {name} {card}
* extension[{name}] ^short = "{short}"
* extension[{name}].value[x] 1..1
* extension[{name}].value[x] only {type}

// The stimulation block that an order prescribes and a session delivers; the meaning of each part is the same in both.
RuleSet: StimulationBlock(intensity)
* insert Part(pattern, 1..1, CodeableConcept, [[How the pulses are grouped]])
* extension[pattern].value[x] from TmsPatternVS (required)
* insert Part(target, 1..1, CodeableConcept, [[The region of the brain]])
* extension[target].value[x] from TmsTargetVS (extensible)
* insert Part(laterality, 1..1, CodeableConcept, [[The side; bilateral only when one block reaches both]])
* extension[laterality].value[x] from TmsLateralityVS (required)
* insert Part(trainDurationS, 0..1, decimal, [[Length of one train in seconds]])
* insert Part(pulseRateHz, 0..1, decimal, [[Pulses per second inside a train; not for theta burst]])
* insert Part(pulsesPerBurst, 0..1, unsignedInt, [[Theta burst: pulses of one burst]])
* insert Part(intraBurstHz, 0..1, decimal, [[Theta burst: pulses per second inside a burst]])
* insert Part(burstRateHz, 0..1, decimal, [[Theta burst: bursts per second]])
* insert Part(trains, 0..1, unsignedInt, [[How many trains]])
* insert Part(interTrainIntervalS, 0..1, decimal, [[Seconds between trains; itiConvention says how they are counted]])
* insert Part(itiConvention, 0..1, code, [[Whether the interval runs from the end or from the onset of a train; needed with interTrainIntervalS]])
* extension[itiConvention].value[x] from ItiConventionVS (required)
* insert Part(pulsesPerTrain, 0..1, unsignedInt, [[Pulses of one train: rate times duration; theta burst: pulsesPerBurst times burstRateHz times duration]])
* insert Part(pulsesTotal, 1..1, unsignedInt, [[All pulses of the block: trains times pulsesPerTrain, fewer when it was cut short]])
* insert Part(stimulationSeconds, 0..1, decimal, [[Seconds from the first pulse to the last]])
* insert Part(intensityPctMT, {intensity}, decimal, [[Intensity in percent of the motor threshold]])
* insert Part(depthFactor, 0..1, decimal, [[Factor by which the intensity is corrected for depth; 1 when absent]])
* insert Part(thresholdReference, 0..1, Reference, [[The motor threshold that the percentage refers to]])
* extension[thresholdReference].value[x] only Reference(Observation)
* obeys tms-block-1 and tms-block-2

// A category slice that is told apart by its code of ours, beside whatever others there are.
RuleSet: CategorySlice(slice, coding)
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains {slice} 1..1 MS
* category[{slice}] = {coding}

// A course of treatment: updated in place while it runs, its number of sessions written when it ends.
RuleSet: CourseOfTreatment(category, code)
* obeys trd-course-1 and trd-course-2
* extension contains
    CourseHold named hold 0..* MS and
    SafetyOverride named safetyOverride 0..* MS and
    SessionsDelivered named sessionsDelivered 0..1 MS and
    TreatmentStrategy named strategy 0..1 MS and
    TreatmentConsent named consent 0..1 MS and
    $pertains-to-goal named goal 0..* MS
* instantiatesCanonical MS
* basedOn MS
* status MS
* statusReason MS
* category 1..1 MS
* category = {category}
* code 1..1 MS
* code = {code}
* subject MS
* subject only Reference(Patient)
* performed[x] 1..1 MS
* performed[x] only Period
* performedPeriod.start 1..1 MS
* performer MS
* reasonReference MS
* outcome MS
* outcome from CourseOutcomeVS (preferred)

// One visit of such a course: what was given, or why nothing was.
RuleSet: SessionOfTreatment(category, code)
* obeys trd-sess-1 and trd-sess-2
* extension contains
    SessionNumber named number 0..1 MS and
    PlannedSlot named plannedSlot 0..1 MS and
    SafetyOverride named safetyOverride 0..* MS
* partOf 1..1 MS
* partOf only Reference(Procedure)
* partOf ^short = "The course that it is part of"
* status MS
* statusReason MS
* category 1..1 MS
* category = {category}
* code 1..1 MS
* code = {code}
* subject MS
* subject only Reference(Patient)
* encounter MS
* performed[x] MS
* performed[x] only Period
* performer MS
* complication MS

// Where an extension may stand, and that it holds one coded value.
RuleSet: CodedExtension(context, valueset)
* ^context.type = #element
* ^context.expression = "{context}"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from {valueset} (required)
