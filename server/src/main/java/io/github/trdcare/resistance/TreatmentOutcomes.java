package io.github.trdcare.resistance;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.CourseSteps;
import io.github.trdcare.assessment.Scale;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.Step;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.knowledge.Knowledge;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows each treatment step of an episode, trial or course, by the scores around it. */
public final class TreatmentOutcomes {
    private final Assessment assessment;
    private final StepOutcomes outcomes;
    private final Agents agents;

    public TreatmentOutcomes(Knowledge knowledge) {
        Scales scales = Scales.read(knowledge);
        this.assessment = new Assessment(scales);
        this.outcomes = new StepOutcomes(scales);
        this.agents = Agents.read(knowledge);
    }

    /** Of the episode of a verdict; where the record knows none, of every step. */
    public OutcomesVerdict of(Chart chart, ResistanceVerdict resistance, Collection<Scale> scales) {
        List<Series> series = assessment.series(chart).stream()
                .filter(each -> scales.isEmpty() || scales.contains(each.scale()))
                .toList();
        List<Step> steps = steps(chart, resistance);
        List<StepOutcome> all = steps.stream()
                .flatMap(step -> outcomes.of(step, series).stream())
                .toList();
        return new OutcomesVerdict(series, all, missing(steps, series, all), conflict(series, resistance));
    }

    private List<Step> steps(Chart chart, ResistanceVerdict resistance) {
        Optional<Episode> episode = resistance.episode();
        Stream<Step> trials = resistance.trials().stream()
                .filter(trial -> episode.isEmpty() || trial.episode().equals(episode.map(Episode::reference)))
                .map(Trial::step);
        Stream<Step> courses = CourseSteps.of(chart).stream()
                .filter(step -> episode.map(each -> each.holds(step.start())).orElse(true));
        Stream<Step> ketamine = KetamineSteps.of(new Exposures(chart, agents).read(), episode);
        return Stream.of(trials, courses, ketamine)
                .flatMap(steps -> steps)
                .sorted(Comparator.comparing(Step::start).thenComparing(Step::id))
                .toList();
    }

    private static List<Finding> missing(List<Step> steps, List<Series> series, List<StepOutcome> outcomes) {
        Stream<Finding> unscored = steps.stream()
                .filter(step -> outcomes.stream().noneMatch(each -> each.step().equals(step)))
                .map(step -> Finding.of("score", "No score of any scale belongs to this step", step.id()));
        Stream<Finding> ofSteps = outcomes.stream().flatMap(outcome -> outcome.missing().stream()
                .map(finding -> new Finding(
                        finding.code(),
                        finding.text(),
                        finding.value(),
                        Stream.concat(Stream.of(outcome.step().id()), finding.evidence().stream())
                                .distinct()
                                .toList())));
        return Stream.of(series.stream().flatMap(each -> each.missing().stream()), unscored, ofSteps)
                .flatMap(findings -> findings)
                .toList();
    }

    /** Contradictions between scores, and between a trial's recorded outcome and its scores. */
    private static List<Finding> conflict(List<Series> series, ResistanceVerdict resistance) {
        return Stream.concat(series.stream().flatMap(each -> each.conflict().stream()), resistance.conflict().stream())
                .distinct()
                .toList();
    }
}
