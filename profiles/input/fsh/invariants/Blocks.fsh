Invariant: tms-block-1
Description: "Without an interruption the pulses of a block are its trains times the pulses of a train; with one they are at most that."
* severity = #error
* expression = "extension.where(url = 'trains').empty() or extension.where(url = 'pulsesPerTrain').empty() or (extension.where(url = 'pulsesTotal').value as unsignedInt) <= (extension.where(url = 'trains').value as unsignedInt) * (extension.where(url = 'pulsesPerTrain').value as unsignedInt)"

Invariant: tms-block-2
Description: "An interval between trains says how it is counted."
* severity = #error
* expression = "extension.where(url = 'interTrainIntervalS').exists() implies extension.where(url = 'itiConvention').exists()"
