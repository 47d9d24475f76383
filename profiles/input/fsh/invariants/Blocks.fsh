Invariant: tms-block-1
Description: "The pulses of a block are at most its trains times the pulses of a train; fewer when it was interrupted."
* severity = #error
* expression = "extension.where(url = 'trains').empty() or extension.where(url = 'pulsesPerTrain').empty() or extension.where(url = 'pulsesTotal').value.toString().toInteger() <= extension.where(url = 'trains').value.toString().toInteger() * extension.where(url = 'pulsesPerTrain').value.toString().toInteger()"

Invariant: tms-block-2
Description: "An interval between trains says how it is counted."
* severity = #error
* expression = "extension.where(url = 'interTrainIntervalS').exists() implies extension.where(url = 'itiConvention').exists()"
