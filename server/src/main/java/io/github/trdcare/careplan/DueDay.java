package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;

/** The day by which a target is to be met: a date, or so long after the goal's start. */
final class DueDay {

    private DueDay() {}

    static Optional<LocalDate> of(Goal goal, GoalTargetComponent target, Chart chart) {
        if (target.getDue() instanceof DateType day && day.hasPrimitiveValue()) {
            return Optional.of(chart.moment(day).lastDay());
        }
        return target.getDue() instanceof Duration duration
                ? start(goal, chart).flatMap(from -> after(from, duration))
                : Optional.empty();
    }

    static Optional<LocalDate> start(Goal goal, Chart chart) {
        return goal.getStart() instanceof DateType day && day.hasPrimitiveValue()
                ? Optional.of(chart.moment(day).lastDay())
                : Optional.empty();
    }

    /** Months and years by the calendar, everything else in days. */
    private static Optional<LocalDate> after(LocalDate from, Duration duration) {
        String unit = Units.unit(duration).orElse("");
        if (duration.hasValue() && (unit.equals("mo") || unit.equals("a"))) {
            long count = whole(duration.getValue());
            return Optional.of(unit.equals("mo") ? from.plusMonths(count) : from.plusYears(count));
        }
        return Units.in(duration, "d").map(days -> from.plusDays(whole(days)));
    }

    private static long whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
