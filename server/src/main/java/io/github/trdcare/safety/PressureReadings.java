package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Units;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;

/** The blood pressures around a dose: those that name it, and those that name no dose at all. */
final class PressureReadings {
    private final Row codes;

    PressureReadings(Knowledge knowledge) {
        Row document = knowledge.document("safety.yaml").row("bloodPressure");
        this.codes = document.row("reading")
                .only("panel", "systolic", "diastolic", "beforeWithinMinutes", "atMinutes", "withinMinutes", "source");
    }

    boolean isReading(Observation observation) {
        return Coded.is(observation.getCode(), codes.text("panel"));
    }

    /** The last one in the time before a dose. */
    Optional<Observation> before(MedicationAdministration dose, Instant start, Chart chart) {
        int within = codes.whole("beforeWithinMinutes");
        return last(dose, start, minutes -> minutes <= 0 && minutes >= -within, chart);
    }

    /** The one some minutes after the start of a dose. */
    Optional<Observation> during(MedicationAdministration dose, Instant start, Chart chart) {
        int at = codes.whole("atMinutes");
        return last(dose, start, minutes -> Math.abs(minutes - at) <= codes.whole("withinMinutes"), chart);
    }

    /** The one at the time of release. */
    Optional<Observation> at(MedicationAdministration dose, Instant release, Chart chart) {
        return last(dose, release, minutes -> Math.abs(minutes) <= codes.whole("withinMinutes"), chart);
    }

    /** The last one after a dose. */
    Optional<Observation> after(MedicationAdministration dose, Instant end, Chart chart) {
        return last(dose, end, minutes -> minutes > 0, chart);
    }

    /** How many minutes after the start of a dose a reading is due. */
    int atMinutes() {
        return codes.whole("atMinutes");
    }

    boolean isAbove(Observation reading, Row limits) {
        return above(reading, codes.text("systolic"), limits.number("maxSystolic"))
                || above(reading, codes.text("diastolic"), limits.number("maxDiastolic"));
    }

    private Optional<Observation> last(
            MedicationAdministration dose, Instant from, LongPredicate minutes, Chart chart) {
        List<Observation> readings = chart.all(Observation.class).stream()
                .filter(this::isReading)
                .filter(each -> !each.hasPartOf() || References.any(each.getPartOf(), References.to(dose)))
                .filter(each -> taken(each, chart)
                        .filter(Moment::timed)
                        .filter(time -> minutes.test(
                                Duration.between(from, time.first()).toMinutes()))
                        .isPresent())
                .toList();
        return readings.stream()
                .max(Comparator.comparing(
                                (Observation each) -> taken(each, chart).orElseThrow())
                        .thenComparing(References::to));
    }

    private static Optional<Moment> taken(Observation reading, Chart chart) {
        return Optional.ofNullable(reading.getEffective()).flatMap(chart::start);
    }

    private static boolean above(Observation reading, String part, BigDecimal limit) {
        return reading.getComponent().stream()
                .filter(component -> Coded.is(component.getCode(), part))
                .filter(component -> component.getValue() instanceof Quantity)
                .flatMap(component -> Units.in((Quantity) component.getValue(), "mm[Hg]").stream())
                .anyMatch(value -> value.compareTo(limit) > 0);
    }
}
