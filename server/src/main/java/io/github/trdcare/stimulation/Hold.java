package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** A stretch in which a course is suspended. */
public record Hold(Moment start, Optional<Moment> end, CodeableConcept reason, Optional<String> by) {

    /** The holds of a course that have begun. */
    public static List<Hold> of(Chart chart, DomainResource course) {
        return course.getExtensionsByUrl(Ours.definition("course-hold")).stream()
                .flatMap(hold -> of(chart, hold).stream())
                .toList();
    }

    /** Whether a moment lies in it; the end no longer does. */
    public boolean covers(Moment moment) {
        return !moment.first().isBefore(start.first())
                && end.filter(over -> !moment.first().isBefore(over.first())).isEmpty();
    }

    private static Optional<Hold> of(Chart chart, Extension hold) {
        return part(hold, "start")
                .flatMap(chart::start)
                .map(start -> new Hold(
                        start,
                        part(hold, "end")
                                .filter(end -> end instanceof BaseDateTimeType && end.hasPrimitiveValue())
                                .map(end -> chart.moment((BaseDateTimeType) end)),
                        part(hold, "reason")
                                .filter(CodeableConcept.class::isInstance)
                                .map(CodeableConcept.class::cast)
                                .orElseGet(CodeableConcept::new),
                        part(hold, "by").filter(Reference.class::isInstance).map(by -> References.of((Reference) by))));
    }

    private static Optional<Type> part(Extension hold, String name) {
        return Optional.ofNullable(hold.getExtensionByUrl(name)).map(Extension::getValue);
    }
}
