package io.github.trdcare.resistance;

import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.chart.Finding;
import java.util.List;

/**
 * What the treatments of an episode did.
 *
 * @param series the scores of every scale asked for, also from before the episode
 * @param steps one outcome for each step and scale, in the order of the steps
 */
public record OutcomesVerdict(
        List<Series> series, List<StepOutcome> steps, List<Finding> missing, List<Finding> conflict) {}
