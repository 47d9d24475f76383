package io.github.trdcare.careplan;

import io.github.trdcare.chart.Units;
import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;

/** The figure that a goal aims at, as an interval; without a comparator more is better. */
record Target(Optional<BigDecimal> min, Optional<BigDecimal> max, boolean strict) {

    static Target of(GoalTargetComponent target, String unit) {
        Type detail = target.getDetail();
        if (detail instanceof Range range) {
            return new Target(value(range.getLow(), unit), value(range.getHigh(), unit), false);
        }
        if (detail instanceof IntegerType number) {
            return new Target(Optional.ofNullable(number.getValue()).map(BigDecimal::valueOf), Optional.empty(), false);
        }
        return detail instanceof Quantity quantity
                ? of(quantity, unit)
                : new Target(Optional.empty(), Optional.empty(), false);
    }

    boolean known() {
        return min.isPresent() || max.isPresent();
    }

    boolean metBy(BigDecimal value) {
        int slack = strict ? 0 : -1;
        return known()
                && min.map(least -> value.compareTo(least) > slack).orElse(true)
                && max.map(most -> value.compareTo(most) < -slack).orElse(true);
    }

    /** Positive when the one figure is nearer to the target's side than the other. */
    int better(BigDecimal one, BigDecimal other) {
        return min.isEmpty() && max.isPresent() ? other.compareTo(one) : one.compareTo(other);
    }

    private static Target of(Quantity quantity, String unit) {
        QuantityComparator comparator = quantity.getComparator();
        Optional<BigDecimal> limit = value(quantity, unit);
        boolean strict = comparator == QuantityComparator.LESS_THAN || comparator == QuantityComparator.GREATER_THAN;
        boolean upper = comparator == QuantityComparator.LESS_THAN || comparator == QuantityComparator.LESS_OR_EQUAL;
        return upper ? new Target(Optional.empty(), limit, strict) : new Target(limit, Optional.empty(), strict);
    }

    private static Optional<BigDecimal> value(Quantity quantity, String unit) {
        return Units.in(quantity, unit)
                .or(() -> Units.in(quantity, unit + "/wk"))
                .or(() -> Units.in(quantity, unit + "/d"))
                .or(() -> unit.equals("1")
                        ? Units.in(quantity, "/wk").or(() -> Units.in(quantity, "/d"))
                        : Optional.empty());
    }
}
