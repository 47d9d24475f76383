package io.github.trdcare.eligibility;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** A clinician's signature that a treatment may go on in spite of a Flag. */
record SignedOverride(Extension parts) {

    static List<SignedOverride> of(DomainResource record) {
        return record.getExtensionsByUrl(Ours.definition("safety-override")).stream()
                .map(SignedOverride::new)
                .toList();
    }

    /** Whether it means this Flag, has an author and a reason, and is in force: recorded by now, and not run out. */
    boolean opens(Flag flag, Chart chart) {
        boolean meant = part("flag")
                .filter(Reference.class::isInstance)
                .map(each -> References.of((Reference) each))
                .filter(References.to(flag)::equals)
                .isPresent();
        return meant && part("author").isPresent() && part("reason").isPresent() && inForce(chart);
    }

    private boolean inForce(Chart chart) {
        boolean recorded = point("recorded")
                .map(moment -> !chart.moment(moment).first().isAfter(chart.asOf()))
                .orElse(true);
        return recorded
                && point("until")
                        .map(moment -> !chart.moment(moment).last().isBefore(chart.asOf()))
                        .orElse(true);
    }

    private Optional<BaseDateTimeType> point(String name) {
        return part(name)
                .filter(each -> each instanceof BaseDateTimeType && each.hasPrimitiveValue())
                .map(BaseDateTimeType.class::cast);
    }

    private Optional<Type> part(String name) {
        return Optional.ofNullable(parts.getExtensionByUrl(name)).map(Extension::getValue);
    }
}
