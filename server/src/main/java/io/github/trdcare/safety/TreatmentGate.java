package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.knowledge.Knowledge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every treatment: nothing begins while an active absolute Flag speaks against it, unless a clinician has
 * signed an override on the session, its course or its order. The gate reads Flags and nothing else.
 */
public final class TreatmentGate {
    private static final Set<String> BEGINNING = Set.of("preparation", "in-progress");
    private static final Set<String> GIVEN = Set.of("completed", "stopped");

    private final Treatments treatments;

    public TreatmentGate(Knowledge knowledge) {
        this.treatments = new Treatments(knowledge);
    }

    /** Why a treatment that is about to begin may not. */
    public List<Refusal> decide(DomainResource resource, Chart chart, Instant now) {
        return closing(resource, chart, now).stream()
                .map(flag -> refusal(resource, flag))
                .toList();
    }

    /** The Flags under which a treatment was given all the same, without an override. */
    public List<Flag> passed(DomainResource resource, Chart chart, Instant now) {
        boolean given = (resource instanceof Procedure procedure
                                && !procedure.getPartOf().isEmpty()
                        || resource instanceof MedicationAdministration)
                && GIVEN.contains(status(resource));
        return given ? closing(resource, chart, now) : List.of();
    }

    /** Whether a course of a treatment, or an order for it, is under way. */
    public boolean underWay(String treatment, Chart chart) {
        return Stream.concat(
                        chart.all(Procedure.class).stream(),
                        chart.all(org.hl7.fhir.r4.model.ServiceRequest.class).stream())
                .filter(each -> Set.of("in-progress", "active").contains(status(each)))
                .anyMatch(each ->
                        treatments.byCode(each).filter(treatment::equals).isPresent());
    }

    /** Whether a write lets something begin: a session before it is given, a course or order that goes active. */
    public boolean mayBegin(DomainResource resource, @Nullable DomainResource before) {
        String status = status(resource);
        boolean session = resource instanceof Procedure procedure
                        && !procedure.getPartOf().isEmpty()
                || resource instanceof MedicationAdministration;
        if (session) {
            return BEGINNING.contains(status);
        }
        boolean goes = resource instanceof Procedure ? status.equals("in-progress") : status.equals("active");
        return goes && (before == null || !status.equals(status(before)));
    }

    private List<Flag> closing(DomainResource resource, Chart chart, Instant now) {
        Optional<String> treatment = treatments.of(resource, chart);
        if (treatment.isEmpty()) {
            return List.of();
        }
        Instant time = resource instanceof Procedure procedure && procedure.hasPerformed()
                ? chart.span(procedure.getPerformed())
                        .map(span -> span.start().first())
                        .orElse(now)
                : now;
        List<Extension> overrides = new ArrayList<>(resource.getExtensionsByUrl(Ours.definition("safety-override")));
        treatments
                .parents(resource, chart)
                .forEach(each -> overrides.addAll(each.getExtensionsByUrl(Ours.definition("safety-override"))));
        return chart.all(Flag.class).stream()
                .filter(flag -> isActive(flag, treatment.get()))
                .filter(flag -> overrides.stream().noneMatch(override -> opens(override, flag, time, chart)))
                .toList();
    }

    private static boolean isActive(Flag flag, String treatment) {
        return flag.getStatus() == FlagStatus.ACTIVE
                && Extensions.code(flag, "contraindication-tier")
                        .filter("absolute"::equals)
                        .isPresent()
                && Extensions.code(flag, "contraindication-treatment")
                        .filter(treatment::equals)
                        .isPresent();
    }

    private static boolean opens(Extension override, Flag flag, Instant time, Chart chart) {
        boolean meant = part(override, "flag") instanceof Reference reference
                && References.of(reference).equals(References.to(flag));
        boolean signed = part(override, "author") != null && part(override, "reason") != null;
        boolean lasts = !(part(override, "until") instanceof BaseDateTimeType until)
                || !Moment.of(until, chart.zone()).last().isBefore(time);
        return meant && signed && lasts;
    }

    private static @Nullable Type part(Extension override, String name) {
        Extension part = override.getExtensionByUrl(name);
        return part == null ? null : part.getValue();
    }

    private static String status(DomainResource resource) {
        return Optional.ofNullable(resource.getNamedProperty("status")).stream()
                .flatMap(property -> property.getValues().stream())
                .map(value -> value.primitiveValue())
                .findFirst()
                .orElse("");
    }

    private static Refusal refusal(DomainResource resource, Flag flag) {
        String code = Coded.in(flag.getCode(), Ours.TRD).orElse("contraindicated");
        return Refusal.content(
                "contraindicated",
                resource.fhirType() + ".status",
                "An absolute contraindication stands against this treatment (" + References.to(flag) + ", " + code
                        + ")",
                "an extension safety-override {flag " + References.to(flag)
                        + ", author, reason, recorded} on the session, its course or its order, or the Flag set inactive by a clinician");
    }
}
