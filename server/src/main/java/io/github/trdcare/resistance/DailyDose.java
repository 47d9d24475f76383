package io.github.trdcare.resistance;

import io.github.trdcare.chart.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/** The dose of a day in mg, from a structured dosage; what is not stated or has no unit is not guessed. */
final class DailyDose {
    private static final Set<String> PIECES = Set.of(
            "{tbl}",
            "{tablet}",
            "{capsule}",
            "{patch}",
            "tablet",
            "tablets",
            "tab",
            "capsule",
            "capsules",
            "cap",
            "patch",
            "{cap}",
            "{tab}");
    private static final Map<String, BigDecimal> TIMES = Map.of(
            "QD",
            BigDecimal.ONE,
            "AM",
            BigDecimal.ONE,
            "PM",
            BigDecimal.ONE,
            "BED",
            BigDecimal.ONE,
            "BID",
            BigDecimal.valueOf(2),
            "TID",
            BigDecimal.valueOf(3),
            "QID",
            BigDecimal.valueOf(4),
            "QOD",
            new BigDecimal("0.5"));

    private DailyDose() {}

    static Optional<BigDecimal> of(Dosage dosage, Product product) {
        if (dosage.hasAsNeededBooleanType() && dosage.getAsNeededBooleanType().booleanValue()
                || dosage.hasAsNeededCodeableConcept()) {
            return Optional.empty();
        }
        return dosage.getDoseAndRate().stream()
                .flatMap(each -> perDay(each, dosage.getTiming(), product).stream())
                .findFirst();
    }

    /** One dose in mg: stated so, or pieces of a known strength. */
    static Optional<BigDecimal> single(Quantity dose, Product product) {
        return Units.in(dose, "mg")
                .or(() -> pieces(dose).flatMap(count -> product.strengthMg().map(count::multiply)));
    }

    private static Optional<BigDecimal> perDay(DosageDoseAndRateComponent each, Timing timing, Product product) {
        Optional<BigDecimal> rate =
                each.hasRateQuantity() ? Units.in(each.getRateQuantity(), "mg/d") : Optional.empty();
        return rate.or(() -> dose(each).flatMap(dose -> single(dose, product)).flatMap(dose -> timesPerDay(timing)
                .map(dose::multiply)));
    }

    /** Of a range, the low end is the dose that was surely taken. */
    private static Optional<Quantity> dose(DosageDoseAndRateComponent each) {
        if (each.getDose() instanceof Range range && range.hasLow()) {
            return Optional.of(range.getLow());
        }
        return each.getDose() instanceof Quantity quantity ? Optional.of(quantity) : Optional.empty();
    }

    private static Optional<BigDecimal> pieces(Quantity dose) {
        boolean counted = Stream.of(dose.getCode(), dose.getUnit())
                .anyMatch(unit -> unit != null && PIECES.contains(unit.toLowerCase(java.util.Locale.ROOT)));
        return counted ? Optional.ofNullable(dose.getValue()) : Optional.empty();
    }

    private static Optional<BigDecimal> timesPerDay(Timing timing) {
        TimingRepeatComponent repeat = timing.getRepeat();
        if (repeat.hasPeriod() && repeat.hasPeriodUnit()) {
            BigDecimal times = BigDecimal.valueOf(repeat.hasFrequency() ? repeat.getFrequency() : clockTimes(repeat));
            return Units.convert(repeat.getPeriod(), repeat.getPeriodUnit().toCode(), "d")
                    .filter(days -> days.signum() > 0)
                    .map(days -> times.divide(days, MathContext.DECIMAL64));
        }
        if (clockTimes(repeat) > 0 && (repeat.hasTimeOfDay() || repeat.hasWhen())) {
            return Optional.of(BigDecimal.valueOf(clockTimes(repeat)));
        }
        return timing.getCode().getCoding().stream()
                .flatMap(coding -> Optional.ofNullable(coding.getCode()).map(TIMES::get).stream())
                .findFirst();
    }

    private static int clockTimes(TimingRepeatComponent repeat) {
        return Math.max(
                1, Math.max(repeat.getTimeOfDay().size(), repeat.getWhen().size()));
    }
}
