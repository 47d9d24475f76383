package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;

/**
 * An adverse event that a course or one of its sessions is suspected of.
 *
 * @param code what happened, else the kind of event
 * @param when when it happened, else when it was noticed or recorded
 */
public record CourseEvent(String reference, Optional<CodeableConcept> code, Optional<Moment> when) {
    private static final Comparator<CourseEvent> ORDER = Comparator.comparing(
                    (CourseEvent event) -> event.when.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CourseEvent::reference);

    /** The events that have come by now, oldest first; one without any date is told too. */
    static List<CourseEvent> of(Chart chart, Set<String> suspects) {
        return chart.all(AdverseEvent.class).stream()
                .filter(event -> event.getSuspectEntity().stream()
                        .anyMatch(suspect -> suspects.contains(References.of(suspect.getInstance()))))
                .map(event -> of(chart, event))
                .filter(event -> event.when.filter(when -> !chart.past(when)).isEmpty())
                .sorted(ORDER)
                .toList();
    }

    private static CourseEvent of(Chart chart, AdverseEvent event) {
        return new CourseEvent(
                References.to(event),
                Stream.concat(Stream.of(event.getEvent()), event.getCategory().stream())
                        .filter(code -> !code.isEmpty())
                        .findFirst(),
                Stream.of(event.getDateElement(), event.getDetectedElement(), event.getRecordedDateElement())
                        .filter(DateTimeType::hasValue)
                        .findFirst()
                        .map(chart::moment));
    }
}
