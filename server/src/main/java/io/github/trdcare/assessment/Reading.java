package io.github.trdcare.assessment;

import io.github.trdcare.chart.Moment;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one resource says of one taking of a scale.
 *
 * @param sitting what ties the readings of one taking together: the response, or the resource itself
 * @param stated the total that it states
 * @param items what its items add up to, when it holds any
 * @param form whether it is the patient's response, not an Observation made of it
 */
record Reading(
        String sitting,
        Moment when,
        Optional<BigDecimal> stated,
        Optional<ItemSum> items,
        boolean form,
        String reference) {

    Optional<BigDecimal> computed() {
        return items.flatMap(ItemSum::total);
    }
}
