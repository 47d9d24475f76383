package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Type;

/** Tells what is watched after a dose of (es)ketamine and is not on record, and whether the patient may go. */
public final class KetamineWatch {
    private static final Set<String> BEGUN = Set.of("in-progress", "completed", "stopped");
    private static final List<String> WATCHED = List.of("sedation", "dissociation");

    private final ObservedDoses doses;
    private final PressureReadings readings;

    public KetamineWatch(Knowledge knowledge) {
        this.doses = new ObservedDoses(knowledge);
        this.readings = new PressureReadings(knowledge);
    }

    /** What should have been observed by now around a dose, and is not on record. */
    public List<Finding> missing(MedicationAdministration dose, Chart chart) {
        Optional<Instant> start =
                given(dose, chart).map(Span::start).filter(Moment::timed).map(Moment::first);
        if (doses.rule(dose).isEmpty() || start.isEmpty() || !hasBegun(dose)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        if (readings.before(dose, start.get(), chart).isEmpty()) {
            missing.add("Blood pressure before the dose");
        }
        if (isPast(start.get(), readings.atMinutes(), chart)
                && readings.during(dose, start.get(), chart).isEmpty()) {
            missing.add("Blood pressure at " + readings.atMinutes() + " minutes");
        }
        Optional<Instant> release = release(dose, chart);
        if (release.isPresent() && readings.at(dose, release.get(), chart).isEmpty()) {
            missing.add("Blood pressure at release");
        }
        if (isPast(start.get(), readings.atMinutes(), chart)) {
            WATCHED.stream()
                    .filter(each -> !isObserved(each, dose, chart))
                    .forEach(each -> missing.add("Observation of " + each));
        }
        return findings(missing, dose);
    }

    /** What keeps a patient who is not released yet: the time, a clinician's assessment, the blood pressure. */
    public List<Finding> keeping(MedicationAdministration dose, Chart chart) {
        Optional<Instant> end = given(dose, chart)
                .map(span -> span.end().orElse(span.start()))
                .filter(Moment::timed)
                .map(Moment::first);
        Optional<Row> rule = doses.rule(dose);
        if (rule.isEmpty()
                || end.isEmpty()
                || !hasBegun(dose)
                || part(dose, "release").isPresent()) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        int minutes = rule.get().whole("minutes");
        if (!isPast(end.get(), minutes, chart)) {
            missing.add("Release: " + minutes + " minutes after the dose");
        }
        if (part(dose, "assessedBy").isEmpty()) {
            missing.add("Release: a clinician's assessment");
        }
        Optional<Observation> reading = readings.after(dose, end.get(), chart);
        if (reading.filter(each -> !readings.isAbove(each, rule.get())).isEmpty()) {
            missing.add("Release: an acceptable blood pressure");
        }
        return findings(missing, dose);
    }

    private static List<Finding> findings(List<String> missing, MedicationAdministration dose) {
        return missing.stream()
                .map(what -> Finding.of("missing", what + " is not on record", References.to(dose)))
                .toList();
    }

    private static boolean hasBegun(MedicationAdministration dose) {
        return dose.hasStatus() && BEGUN.contains(dose.getStatus().toCode());
    }

    private static boolean isPast(Instant from, int minutes, Chart chart) {
        return !from.plus(Duration.ofMinutes(minutes)).isAfter(chart.asOf());
    }

    private static boolean isObserved(String what, MedicationAdministration dose, Chart chart) {
        return chart.all(Observation.class).stream()
                .filter(each -> References.any(each.getPartOf(), References.to(dose)))
                .anyMatch(each -> Coded.isOurs(each.getCode(), Ours.TRD, what));
    }

    private static Optional<Span> given(MedicationAdministration dose, Chart chart) {
        return Optional.ofNullable(dose.getEffective()).flatMap(chart::span);
    }

    private static Optional<Instant> release(MedicationAdministration dose, Chart chart) {
        return part(dose, "release")
                .filter(value -> value instanceof BaseDateTimeType && value.hasPrimitiveValue())
                .map(value -> chart.moment((BaseDateTimeType) value))
                .filter(Moment::timed)
                .map(Moment::first);
    }

    private static Optional<Type> part(MedicationAdministration dose, String name) {
        return Stream.ofNullable(dose.getExtensionByUrl(Ours.definition("ketamine-observation")))
                .flatMap(observation -> observation.getExtensionsByUrl(name).stream())
                .map(Extension::getValue)
                .filter(value -> value != null)
                .findFirst();
    }
}
