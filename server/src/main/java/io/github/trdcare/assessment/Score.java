package io.github.trdcare.assessment;

import io.github.trdcare.chart.Moment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One taking of a scale.
 *
 * @param when when it was taken
 * @param value its total in points; none where too little was answered
 * @param evidence references of the resources that say so, the first being the one to show
 */
public record Score(Moment when, Optional<BigDecimal> value, List<String> evidence) {

    public String reference() {
        return evidence.get(0);
    }

    /** The total of a score that has one. */
    public BigDecimal total() {
        return value.orElseThrow();
    }
}
