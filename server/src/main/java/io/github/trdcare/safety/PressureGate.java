package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.chart.Span;
import io.github.trdcare.knowledge.Knowledge;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;

/** A dose of (es)ketamine above the limits of blood pressure waits for a signed decision on risk and benefit. */
public final class PressureGate {
    private static final Set<String> GIVEN = Set.of("completed", "stopped");

    private final ObservedDoses doses;
    private final PressureReadings readings;
    private final String text;

    public PressureGate(Knowledge knowledge) {
        this.doses = new ObservedDoses(knowledge);
        this.readings = new PressureReadings(knowledge);
        this.text = knowledge
                .document("safety.yaml")
                .row("bloodPressure")
                .row("above")
                .text("text");
    }

    /** Why a dose that begins may not be given yet. */
    public List<Refusal> decide(MedicationAdministration dose, Chart chart) {
        return status(dose).equals("in-progress")
                ? undecided(dose, chart).map(reading -> refusal(dose, reading)).stream()
                        .toList()
                : List.of();
    }

    /** The alert of a dose that was given above the limits without a decision. */
    public Optional<Alert> alert(MedicationAdministration dose, Moment arrival, Chart chart) {
        return Optional.of(dose)
                .filter(each -> GIVEN.contains(status(each)))
                .flatMap(each -> undecided(each, chart))
                .map(reading -> new Alert(
                        "contraindication-found",
                        text,
                        References.of(dose.getSubject()),
                        start(dose, chart).orElse(arrival),
                        List.of(References.to(dose) + "|blood-pressure"),
                        Optional.of(References.to(reading))));
    }

    /** The dose that a reading of blood pressure names. */
    public Optional<MedicationAdministration> doseOf(Observation reading, Chart chart) {
        return readings.isReading(reading)
                ? References.of(reading.getPartOf()).stream()
                        .flatMap(each -> chart.find(MedicationAdministration.class, each).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether an observation is a blood pressure taken for a dose. */
    public boolean concerns(Observation observation) {
        return observation.hasPartOf() && readings.isReading(observation);
    }

    private Optional<Observation> undecided(MedicationAdministration dose, Chart chart) {
        return doses.rule(dose)
                .flatMap(rule -> start(dose, chart)
                        .flatMap(start -> readings.before(dose, start.first(), chart))
                        .filter(reading -> readings.isAbove(reading, rule)))
                .filter(reading -> decisions(dose, chart).noneMatch(each -> isSigned(each, dose, chart)));
    }

    /** On the dose or on its order. */
    private static Stream<Extension> decisions(MedicationAdministration dose, Chart chart) {
        Stream<DomainResource> places = Stream.concat(
                Stream.of(dose), chart.find(MedicationRequest.class, References.of(dose.getRequest())).stream());
        return places.flatMap(place -> place.getExtensionsByUrl(Ours.definition("safety-override")).stream());
    }

    private static boolean isSigned(Extension decision, MedicationAdministration dose, Chart chart) {
        boolean lasts = !decision.hasExtension("until")
                || decision.getExtensionByUrl("until").getValue() instanceof BaseDateTimeType until
                        && start(dose, chart)
                                .filter(start ->
                                        Moment.of(until, chart.zone()).last().isBefore(start.first()))
                                .isEmpty();
        return lasts && decision.hasExtension("author") && decision.hasExtension("reason");
    }

    private static Optional<Moment> start(MedicationAdministration dose, Chart chart) {
        return Optional.ofNullable(dose.getEffective()).flatMap(chart::span).map(Span::start);
    }

    private static String status(MedicationAdministration dose) {
        return dose.hasStatus() ? dose.getStatus().toCode() : "";
    }

    private Refusal refusal(MedicationAdministration dose, Observation reading) {
        return Refusal.content(
                "blood-pressure",
                "MedicationAdministration.status",
                text + " (" + References.to(reading) + ")",
                "an extension safety-override {author, reason, recorded} on the dose or its order, or a lower reading");
    }
}
