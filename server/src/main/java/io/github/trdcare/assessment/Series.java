package io.github.trdcare.assessment;

import io.github.trdcare.chart.Finding;
import java.util.List;

/**
 * Every taking of one scale, oldest first.
 *
 * @param missing incomplete and unscored answers, numbers without a usable unit
 * @param conflict totals that contradict their items or each other
 */
public record Series(Scale scale, List<Score> points, List<Finding> missing, List<Finding> conflict) {

    /** The takings that have a total. */
    public List<Score> scored() {
        return points.stream().filter(point -> point.value().isPresent()).toList();
    }
}
