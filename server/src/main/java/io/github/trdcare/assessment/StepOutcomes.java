package io.github.trdcare.assessment;

import io.github.trdcare.assessment.StepOutcome.Events;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges treatment steps by the scores around them: the last score before the step is its baseline, those until four weeks
 * after its end are its effect (ICSI; ps.psychiatryonline.org 201900295).
 */
public final class StepOutcomes {
    private final Scales scales;

    public StepOutcomes(Scales scales) {
        this.scales = scales;
    }

    /** One outcome for each scale that has a score around the step. */
    public List<StepOutcome> of(Step step, List<Series> series) {
        List<StepOutcome> outcomes = series.stream()
                .filter(each -> concerns(step, each))
                .map(each -> of(step, each))
                .toList();
        Optional<Scale> deciding = scales.deciding().stream()
                .filter(scale -> outcomes.stream()
                        .anyMatch(outcome -> outcome.scale().equals(scale)
                                && outcome.category().isPresent()))
                .findFirst();
        return outcomes.stream()
                .map(outcome -> outcome.decidingIf(
                        deciding.filter(outcome.scale()::equals).isPresent()))
                .toList();
    }

    /** The outcome by the scale that decides, when there is one. */
    public Optional<StepOutcome> deciding(Step step, List<Series> series) {
        return of(step, series).stream().filter(StepOutcome::deciding).findFirst();
    }

    private boolean concerns(Step step, Series series) {
        return baseline(step, series).isPresent() || !during(step, series).isEmpty();
    }

    private StepOutcome of(Step step, Series series) {
        Optional<Score> baseline = baseline(step, series);
        List<Score> during = during(step, series);
        Optional<Score> latest = during.stream().reduce((earlier, later) -> later);
        Change change = new Change(series.scale(), scales.change(), baseline.map(Score::total));
        Events events = Course.of(series.scale(), scales.change(), change, during);
        return new StepOutcome(
                step,
                series.scale(),
                false,
                baseline,
                latest,
                latest.map(Score::total).flatMap(change::percent),
                latest.map(Score::total).flatMap(change::category),
                events,
                Stream.concat(
                                missing(series.scale(), baseline, latest).stream(),
                                laterRemission(step, series, change, events).stream())
                        .toList());
    }

    /** Remission that went on unbroken and became full too late to be counted to the step is told all the same. */
    private Optional<Finding> laterRemission(Step step, Series series, Change change, Events own) {
        if (own.remission().isEmpty()
                || own.fullRemission().isPresent()
                || step.end().isEmpty()) {
            return Optional.empty();
        }
        Step unending = step.unending();
        Events whole = Course.of(series.scale(), scales.change(), change, during(unending, series));
        return whole.fullRemission()
                .filter(when -> whole.remission().equals(own.remission()))
                .map(when -> Finding.of(
                                "full-remission-after-step",
                                series.scale().title() + " shows full remission on " + when.firstDay() + ", more than "
                                        + scales.change().afterStepDays() + " days after the step's end")
                        .with(when.firstDay()));
    }

    private List<Finding> missing(Scale scale, Optional<Score> baseline, Optional<Score> latest) {
        if (latest.isEmpty()) {
            return List.of(Finding.of(
                    "score",
                    "No " + scale.title() + " during the step or in the "
                            + scales.change().afterStepDays() + " days after it"));
        }
        boolean needed = scale.percentages() && baseline.isEmpty();
        return needed
                ? List.of(Finding.of(
                        "baseline",
                        "No " + scale.title() + " within " + scales.change().baselineMaxAgeDays()
                                + " days before the step"))
                : List.of();
    }

    /** The last score at or before the start that is surely recent enough. */
    private Optional<Score> baseline(Step step, Series series) {
        LocalDate oldest = step.start().lastDay().minusDays(scales.change().baselineMaxAgeDays());
        return series.scored().stream()
                .filter(score -> isBefore(score.when(), step.start()))
                .reduce((earlier, later) -> later)
                .filter(score -> !score.when().firstDay().isBefore(oldest));
    }

    private List<Score> during(Step step, Series series) {
        Optional<LocalDate> last =
                step.end().map(end -> end.lastDay().plusDays(scales.change().afterStepDays()));
        return series.scored().stream()
                .filter(score -> !isBefore(score.when(), step.start())
                        && !score.when().first().isBefore(step.start().first()))
                .filter(score ->
                        last.filter(day -> score.when().firstDay().isAfter(day)).isEmpty())
                .toList();
    }

    /** A score of the first day counts as before, unless both are timed and it is later. */
    private static boolean isBefore(Moment score, Moment start) {
        boolean bothTimed = score.timed() && start.timed();
        return bothTimed
                ? !score.first().isAfter(start.first())
                : !score.lastDay().isAfter(start.firstDay());
    }

    /** The change as it is shown: one decimal. */
    public static BigDecimal shown(BigDecimal percent) {
        return percent.setScale(1, java.math.RoundingMode.HALF_UP);
    }
}
