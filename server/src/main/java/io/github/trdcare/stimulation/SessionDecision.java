package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Refusal;
import java.util.List;

/**
 * What the rules say to a session.
 *
 * @param refusals why it is not taken; empty when it is
 * @param deviations what departs from the order and is taken all the same
 */
public record SessionDecision(List<Refusal> refusals, List<Finding> deviations) {

    public boolean accepted() {
        return refusals.isEmpty();
    }
}
