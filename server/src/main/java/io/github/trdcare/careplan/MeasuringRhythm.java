package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * How often something is to be measured, and from when to when.
 *
 * @param first the day from which it is asked for
 * @param last the day after which nobody asks any more
 * @param every the longest time from one measurement to the next
 */
record MeasuringRhythm(LocalDate first, Optional<LocalDate> last, Period every) {

    /** None without a period and a day from which it counts. */
    static Optional<MeasuringRhythm> of(Type occurrence, Chart chart) {
        if (!(occurrence instanceof Timing timing)) {
            return Optional.empty();
        }
        TimingRepeatComponent repeat = timing.getRepeat();
        if (!repeat.hasBoundsPeriod() || !repeat.getBoundsPeriod().hasStart()) {
            return Optional.empty();
        }
        LocalDate first =
                chart.moment(repeat.getBoundsPeriod().getStartElement()).lastDay();
        Optional<LocalDate> last = Optional.of(repeat.getBoundsPeriod().getEndElement())
                .filter(Type::hasPrimitiveValue)
                .map(end -> chart.moment(end).lastDay());
        return every(repeat).map(period -> new MeasuringRhythm(first, last, period));
    }

    /** The day by which the next one was due, while it is asked for. */
    Optional<LocalDate> due(Optional<LocalDate> taken, LocalDate today) {
        LocalDate since = taken.filter(first::isBefore).orElse(first);
        return Optional.of(since.plus(every))
                .filter(day -> last.filter(end -> end.isBefore(today)).isEmpty());
    }

    private static Optional<Period> every(TimingRepeatComponent repeat) {
        if (!repeat.hasPeriod() || repeat.getPeriod().signum() <= 0 || repeat.getPeriodUnit() == null) {
            return Optional.empty();
        }
        int count = repeat.getPeriod().setScale(0, RoundingMode.UP).intValue();
        return switch (repeat.getPeriodUnit()) {
            case D -> Optional.of(Period.ofDays(count));
            case WK -> Optional.of(Period.ofWeeks(count));
            case MO -> Optional.of(Period.ofMonths(count));
            case A -> Optional.of(Period.ofYears(count));
            default -> Optional.empty();
        };
    }
}
