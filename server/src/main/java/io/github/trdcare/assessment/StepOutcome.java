package io.github.trdcare.assessment;

import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one step did to one scale.
 *
 * @param deciding whether this scale decides the outcome of the step
 * @param changePercent fall of the total in percent of the baseline, unrounded; a rise is negative
 * @param category what the latest score amounts to
 * @param events dates of response, remission, full remission, relapse and recurrence
 */
public record StepOutcome(
        Step step,
        Scale scale,
        boolean deciding,
        Optional<Score> baseline,
        Optional<Score> latest,
        Optional<BigDecimal> changePercent,
        Optional<Outcome> category,
        Events events,
        List<Finding> missing) {

    /** When what happened first; full remission and recurrence need two months of remission before. */
    public record Events(
            Optional<Moment> response,
            Optional<Moment> remission,
            Optional<Moment> fullRemission,
            Optional<Moment> relapse,
            Optional<Moment> recurrence) {}

    StepOutcome decidingIf(boolean decides) {
        return new StepOutcome(step, scale, decides, baseline, latest, changePercent, category, events, missing);
    }
}
