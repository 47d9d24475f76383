package io.github.trdcare.careplan;

import io.github.trdcare.chart.Ours;
import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** The stimulation blocks of a new order: the protocol's, with what the one who asks says instead. */
final class Prescription {
    private static final String URL = Ours.definition("tms-prescription");

    private Prescription() {}

    static List<Extension> blocks(ActivityDefinition activity, PlanFacts facts) {
        List<Extension> blocks =
                sources(activity, facts).stream().map(Extension::copy).toList();
        blocks.forEach(block -> complete(block, facts.inputs()));
        return blocks;
    }

    private static List<Extension> sources(ActivityDefinition activity, PlanFacts facts) {
        List<Extension> own = activity.getExtensionsByUrl(URL);
        Optional<ServiceRequest> earlier = facts.inputs()
                .reference("order")
                .flatMap(order -> facts.request().chart().find(ServiceRequest.class, order));
        if (own.isEmpty() && earlier.isPresent()) {
            return earlier.get().getExtensionsByUrl(URL);
        }
        return own.isEmpty()
                ? facts.table().protocol(facts.protocol()).flatMap(Prescription::begun).stream()
                        .toList()
                : own;
    }

    /** A block that lacks what the prescriber must say. */
    private static Optional<Extension> begun(Row row) {
        if (row.optional("pattern").isEmpty()) {
            return Optional.empty();
        }
        Extension block = new Extension(URL);
        List.of("pattern", "target", "laterality")
                .forEach(part -> set(block, part, new CodeableConcept(new Coding(Ours.TMS, row.text(part), null))));
        set(block, "pulseRateHz", new DecimalType(row.number("pulseRateHz")));
        return Optional.of(block);
    }

    private static void complete(Extension block, ProtocolInputs inputs) {
        // A threshold that an earlier order referred to is not the one of this course.
        block.getExtension().removeIf(part -> "thresholdReference".equals(part.getUrl()));
        inputs.number("intensity").ifPresent(percent -> set(block, "intensityPctMT", new DecimalType(percent)));
        inputs.number("depth-factor").ifPresent(factor -> set(block, "depthFactor", new DecimalType(factor)));
        inputs.whole("pulses").ifPresent(pulses -> set(block, "pulsesTotal", new UnsignedIntType(pulses)));
        inputs.whole("sessions").ifPresent(sessions -> set(block, "sessions", new UnsignedIntType(sessions)));
        inputs.number("sessions-per-week").ifPresent(rhythm -> setRhythm(block, rhythm));
    }

    /** The block counts whole sessions a week; a rarer rhythm stands in the order's timing alone. */
    private static void setRhythm(Extension block, BigDecimal rhythm) {
        if (rhythm.stripTrailingZeros().scale() <= 0) {
            set(block, "sessionsPerWeek", new UnsignedIntType(rhythm.intValueExact()));
        } else {
            block.getExtension().removeIf(part -> "sessionsPerWeek".equals(part.getUrl()));
        }
    }

    private static void set(Extension block, String part, Type value) {
        Extension found = block.getExtensionByUrl(part);
        if (found == null) {
            block.addExtension(part, value);
        } else {
            found.setValue(value);
        }
    }
}
