package io.github.trdcare.door;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One write as its rules see it.
 *
 * @param before the version that it replaces; none when the resource is new
 * @param now when it arrived
 * @param chart the patient's whole record with the write in it, loaded when first asked for
 */
public record Written(@Nullable Resource before, Resource after, Instant now, Supplier<Chart> chart) {
    private static final List<String> PATIENT = List.of("subject", "patient", "for");

    /** Refuses the write when there is a reason. */
    public void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw RefusedException.of(refusals);
        }
    }

    /** Reference of the patient whom a resource is about, where that is one of this server. */
    public static Optional<String> patient(Resource resource) {
        return PATIENT.stream()
                .map(resource::getNamedProperty)
                .filter(property -> property != null)
                .flatMap(Written::references)
                .flatMap(reference -> References.patient(reference).stream())
                .findFirst();
    }

    private static Stream<Reference> references(Property property) {
        return property.getValues().stream().filter(Reference.class::isInstance).map(Reference.class::cast);
    }
}
