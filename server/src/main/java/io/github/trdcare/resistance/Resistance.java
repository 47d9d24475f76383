package io.github.trdcare.resistance;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.Maudsley.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;

/** Judges how far a depression resists treatment: trials, the definition, Thase-Rush and Maudsley, each with its reasons. */
public final class Resistance {
    private final Agents agents;
    private final Staging staging;
    private final Assessment assessment;
    private final StepOutcomes outcomes;

    public Resistance(Knowledge knowledge) {
        Scales scales = Scales.read(knowledge);
        this.agents = Agents.read(knowledge);
        this.staging = Staging.read(knowledge);
        this.assessment = new Assessment(scales);
        this.outcomes = new StepOutcomes(scales);
    }

    /** By a policy, for the episode asked for or the present one. */
    public ResistanceVerdict of(Chart chart, AdequacyPolicy policy, Optional<String> condition) {
        List<Episode> episodes = Episode.of(chart);
        Optional<Episode> episode = Episode.chosen(episodes, condition);
        List<Series> series = assessment.series(chart);
        Exposures exposures = new Exposures(chart, agents);
        Trials trials = new Trials(chart, staging, episodes, series, outcomes);
        List<Trial> all = trials.of(exposures.read(), policy);
        Counted counted = new Counted(
                episode.map(each -> inEpisode(all, each)).orElse(all), staging, policy, episode.isPresent());
        List<Finding> exclusion = Exclusions.of(chart, staging);
        EctHistory ect = new EctHistory(chart, staging, episode);
        Optional<Severity> severity = Severity.of(chart, staging, episode, series);
        return new ResistanceVerdict(
                policy,
                episode,
                all,
                counted.certain().size(),
                counted.classes(counted.certain()),
                counted.enoughFailures(),
                exclusion.isEmpty() ? counted.meetsTrd() : Answer.NO,
                severity,
                ThaseRush.stage(counted.classes(counted.certain()), ect.bilateralFailed(series, outcomes)),
                Maudsley.of(
                        staging,
                        Maudsley.duration(staging, episode, chart.today()),
                        severity,
                        new Part(counted.certain().size(), counted.possible().size()),
                        counted.augmented(chart.today()),
                        !ect.given().isEmpty()),
                stated(chart),
                exclusion,
                missing(counted, episode, severity, exposures),
                trials.conflict());
    }

    private static List<Trial> inEpisode(List<Trial> trials, Episode episode) {
        return trials.stream()
                .filter(trial ->
                        trial.episode().filter(episode.reference()::equals).isPresent())
                .toList();
    }

    private static List<Finding> stated(Chart chart) {
        return Stream.of("msm-total", "thase-rush-stage")
                .flatMap(code -> chart.all(Observation.class).stream()
                        .filter(each -> Coded.isOurs(each.getCode(), Ours.TRD, code)
                                && chart.start(each.getEffective()).isPresent())
                        .map(each -> Finding.of(code, "Staged by a clinician", References.to(each))
                                .with(StatedStage.of(each))))
                .toList();
    }

    private static List<Finding> missing(
            Counted counted, Optional<Episode> episode, Optional<Severity> severity, Exposures exposures) {
        List<Finding> missing = new ArrayList<>(exposures.unknown());
        if (episode.isEmpty()) {
            missing.add(Finding.of("episode-start", "No depressive episode with an onset is recorded"));
        }
        if (severity.isEmpty()) {
            missing.add(Finding.of("severity", "Neither a coded severity nor a recent CGI-S, HAM-D, MADRS or PHQ-9"));
        }
        for (String open : List.of("dose", "duration", "outcome", "adherence")) {
            List<String> evidence = counted.trials().stream()
                    .filter(trial -> trial.agent().isAntidepressant() && trial.says(open))
                    .map(trial -> trial.step().id())
                    .toList();
            if (!evidence.isEmpty()) {
                missing.add(
                        Finding.of(open, "Not settled for " + evidence.size() + " of the trials: " + open, evidence));
            }
        }
        return missing;
    }

    /** The trials of one episode, counted. */
    private record Counted(List<Trial> trials, Staging staging, AdequacyPolicy policy, boolean episodeKnown) {

        List<Trial> certain() {
            return failing(Set.of(Answer.YES));
        }

        /** An agent without a known floor never enters the count. */
        List<Trial> possible() {
            return failing(Set.of(Answer.YES, Answer.INDETERMINATE)).stream()
                    .filter(trial -> !trial.says("no-floor"))
                    .toList();
        }

        Set<String> classes(List<Trial> failed) {
            return failed.stream()
                    .flatMap(trial -> trial.agent().drugClass().stream())
                    .map(staging::majorClass)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Answer enoughFailures() {
            return Answer.between(suffice(certain()), suffice(possible()));
        }

        Answer meetsTrd() {
            Answer answer = enoughFailures();
            return answer == Answer.YES && !episodeKnown ? Answer.INDETERMINATE : answer;
        }

        boolean augmented(java.time.LocalDate today) {
            List<Trial> antidepressants = trials.stream()
                    .filter(trial -> trial.agent().isAntidepressant())
                    .toList();
            return trials.stream()
                    .filter(trial -> trial.agent().kind() == Agent.Kind.AUGMENTATION)
                    .anyMatch(added -> antidepressants.stream().anyMatch(trial -> overlap(added, trial, today)));
        }

        private boolean suffice(List<Trial> failed) {
            return failed.size() >= policy.minTrials() && classes(failed).size() >= policy.minClasses();
        }

        private List<Trial> failing(Set<Answer> answers) {
            return trials.stream()
                    .filter(trial -> answers.contains(trial.failure()))
                    .toList();
        }

        private static boolean overlap(Trial one, Trial other, java.time.LocalDate today) {
            return !one.start().firstDay().isAfter(last(other, today))
                    && !other.start().firstDay().isAfter(last(one, today));
        }

        private static java.time.LocalDate last(Trial trial, java.time.LocalDate today) {
            return trial.end().map(end -> end.lastDay()).orElse(today);
        }
    }
}
