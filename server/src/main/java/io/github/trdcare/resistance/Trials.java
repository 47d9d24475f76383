package io.github.trdcare.resistance;

import io.github.trdcare.assessment.Outcome;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.Step;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Span;
import io.github.trdcare.resistance.Trial.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins the records of each drug in each episode to trials, and judges them by a policy. */
final class Trials {
    private final Chart chart;
    private final Staging staging;
    private final List<Episode> episodes;
    private final List<Series> series;
    private final StepOutcomes outcomes;
    private final List<Finding> conflict = new ArrayList<>();

    Trials(Chart chart, Staging staging, List<Episode> episodes, List<Series> series, StepOutcomes outcomes) {
        this.chart = chart;
        this.staging = staging;
        this.episodes = episodes;
        this.series = series;
        this.outcomes = outcomes;
    }

    /** Every trial of an antidepressant or an augmentation, oldest first. */
    List<Trial> of(List<Exposure> exposures, AdequacyPolicy policy) {
        List<TrialRecords> all = records(exposures);
        return all.stream().map(records -> judge(records, all, policy)).toList();
    }

    List<Finding> conflict() {
        return conflict;
    }

    private List<TrialRecords> records(List<Exposure> exposures) {
        return exposures.stream()
                .filter(exposure -> exposure.agent().kind() != Agent.Kind.KETAMINE)
                .collect(Collectors.groupingBy(
                        exposure -> exposure.agent().name()
                                + episode(exposure).map(Episode::reference).orElse(""),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(same -> new TrialRecords(same.get(0).agent(), episode(same.get(0)), same))
                .sorted(Comparator.comparing(TrialRecords::start)
                        .thenComparing(records -> records.agent().name()))
                .toList();
    }

    /** The episode that a record names, else the one in which it starts, else the one into which it runs. */
    private Optional<Episode> episode(Exposure exposure) {
        return first(episode -> exposure.notes().reasons().contains(episode.reference()))
                .or(() -> first(episode -> episode.holds(exposure.start())))
                .or(() -> first(episode ->
                        exposure.start().first().isBefore(episode.onset().first())
                                && !exposure.lastDay(chart.today())
                                        .isBefore(episode.onset().firstDay())));
    }

    private Optional<Episode> first(java.util.function.Predicate<Episode> wanted) {
        return episodes.stream().filter(wanted).findFirst();
    }

    private Trial judge(TrialRecords records, List<TrialRecords> all, AdequacyPolicy policy) {
        ExposureDays days = new ExposureDays(
                records.exposures(), records.episode().map(Episode::onset), chart.today(), staging.bridgedGap());
        Step step = step(records, all);
        Optional<StepOutcome> measured = outcomes.deciding(step, series);
        Adequacy adequacy = Adequacy.of(records, days, policy);
        Failure failure = records.agent().isAntidepressant()
                ? Failure.of(records, adequacy, measured, policy)
                : new Failure(Answer.NO, new Reason("augmentation", "An added agent is no antidepressant trial"));
        compare(records, measured);
        return new Trial(
                step,
                records.agent(),
                records.inferred(),
                records.episode().map(Episode::reference),
                records.start(),
                records.end(),
                days.maxDose(),
                adequacy.days(),
                adequacy.answer(),
                records.recordedOutcome()
                        .or(() -> measured.flatMap(StepOutcome::category).map(each -> each.code())),
                measured.flatMap(StepOutcome::category),
                failure.answer(),
                Stream.concat(adequacy.reasons().stream(), Stream.of(failure.reason()))
                        .toList(),
                records.evidence());
    }

    private void compare(TrialRecords records, Optional<StepOutcome> measured) {
        Optional<String> recorded = records.recordedOutcome().filter(outcome -> !outcome.equals("intolerance"));
        // Whoever records an outcome has no word for worsening: it is no gain.
        Optional<String> scored = measured.flatMap(StepOutcome::category)
                .map(each -> each == Outcome.WORSENING ? Outcome.NONE : each)
                .map(Outcome::code);
        if (recorded.isPresent() && scored.isPresent() && !recorded.equals(scored)) {
            List<String> evidence = Stream.concat(
                            Stream.of(records.naming().reference()),
                            measured.flatMap(StepOutcome::latest).stream().flatMap(score -> score.evidence().stream()))
                    .toList();
            conflict.add(Finding.of(
                    "outcome-differs",
                    "Recorded as " + recorded.get() + ", measured as " + scored.get() + "; the record counts",
                    evidence));
        }
    }

    private Step step(TrialRecords records, List<TrialRecords> all) {
        Optional<String> recorded = records.recordedStrategy();
        return new Step(
                records.naming().reference(),
                records.agent().name(),
                recorded.orElseGet(() -> strategy(records, all)),
                recorded.isEmpty(),
                new Span(records.start(), records.end()));
    }

    private String strategy(TrialRecords records, List<TrialRecords> all) {
        if (!records.agent().isAntidepressant()) {
            return "augment";
        }
        List<TrialRecords> before = all.stream()
                .filter(other -> other.agent().isAntidepressant()
                        && other.episode().equals(records.episode())
                        && other.start().compareTo(records.start()) < 0)
                .toList();
        if (before.isEmpty()) {
            return "initial";
        }
        boolean together = before.stream()
                .anyMatch(other -> ExposureDays.together(
                        records.exposures(), other.exposures(), chart.today(), staging.combineOverlap()));
        return together ? "combine" : "switch";
    }
}
