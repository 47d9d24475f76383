package io.github.trdcare.chart;

import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;

/** Tells whether a Flag stood at the moment of a chart: by its dates, so that the past is told as it was. */
public final class Flags {

    private Flags() {}

    /** Begun and not over; one that was put out without a date is taken as out, since nobody knows for how long. */
    public static boolean stand(Flag flag, Chart chart) {
        boolean dated = flag.getPeriod().getEndElement().hasValue();
        return chart.span(flag.getPeriod()).filter(span -> span.end().isEmpty()).isPresent()
                && (dated || flag.getStatus() == FlagStatus.ACTIVE);
    }
}
