package io.github.trdcare.safety;

import io.github.trdcare.safety.Contraindications.Found;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;

/** Who closes a Flag has seen what was on record by then: only what is written down later raises it anew. */
final class ClosedFlags {

    private ClosedFlags() {}

    /** Whether a clinician closed the Flag after the fact was recorded; an undated fact is recorded as it arrives. */
    static boolean cover(Flag flag, Found found, Instant arrival) {
        Instant recorded = found.recorded().map(moment -> moment.last()).orElse(arrival);
        return flag.getStatus() == FlagStatus.INACTIVE
                && closed(flag).filter(end -> !recorded.isAfter(end)).isPresent();
    }

    /** The end that the clinician wrote, else the last version. */
    private static Optional<Instant> closed(Flag flag) {
        Date end = flag.getPeriod().hasEnd()
                ? flag.getPeriod().getEnd()
                : flag.getMeta().getLastUpdated();
        return Optional.ofNullable(end).map(Date::toInstant);
    }
}
