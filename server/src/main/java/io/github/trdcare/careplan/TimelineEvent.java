package io.github.trdcare.careplan;

import io.github.trdcare.chart.Moment;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Type;

/**
 * Something that happened, and where it is on record.
 *
 * @param kind episode, trial, psychotherapy, ketamine, course, session, ect, implant, score, goal, adverse-event, alert or
 *     plan
 * @param value the figure or code that says most about it
 */
public record TimelineEvent(
        String kind,
        Moment start,
        Optional<Moment> end,
        String title,
        Optional<String> status,
        Optional<Type> value,
        String reference)
        implements Comparable<TimelineEvent> {
    private static final Comparator<TimelineEvent> ORDER = Comparator.comparing(TimelineEvent::start)
            .thenComparing(TimelineEvent::kind)
            .thenComparing(TimelineEvent::reference)
            .thenComparing(TimelineEvent::title);

    @Override
    public int compareTo(TimelineEvent other) {
        return ORDER.compare(this, other);
    }
}
