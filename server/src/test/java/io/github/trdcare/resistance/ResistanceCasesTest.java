package io.github.trdcare.resistance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.ClinicalCase;
import io.github.trdcare.PatientText;
import io.github.trdcare.StoryRecord;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.resistance.Maudsley.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trials, the definition of treatment resistance and its stages, as the sources lead to them. */
class ResistanceCasesTest {
    private static final Resistance RESISTANCE = new Resistance(PatientText.KNOWLEDGE);
    private static final Map<String, AdequacyPolicy> POLICIES = AdequacyPolicy.read(PatientText.KNOWLEDGE);

    static Stream<ClinicalCase> cases() {
        return Stream.of("trials.yaml", "staging.yaml").flatMap(ClinicalCase::in);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsWorkedByHand(ClinicalCase patient) {
        assertThat(patient.said(answer(patient.chart(), patient.policy())))
                .as(patient.why())
                .isEqualTo(patient.expect());
    }

    /** Sertraline and venlafaxine, each adequate and without gain; 14 April 2025 to 11 May 2026 are twelve full months. */
    @Test
    void martaOfTheFirstStoryMeetsTheDefinitionBeforeHerCourse() {
        Map<String, String> answer =
                answer(PatientText.chartOf(StoryRecord.of("01-remission-on-10hz"), "2026-05-11"), "consensus");
        assertThat(answer)
                .containsEntry("failed", "2")
                .containsEntry("trd", "yes")
                .containsEntry("thase-rush", "II")
                .containsEntry("maudsley", "6 computed mild")
                .containsEntry("sertraline days", "105")
                .containsEntry("conflict", "-")
                .containsEntry("missing", "-");
    }

    static Map<String, String> answer(Chart chart, String policy) {
        ResistanceVerdict verdict = RESISTANCE.of(chart, POLICIES.get(policy), Optional.empty());
        Map<String, String> answer = new TreeMap<>();
        verdict.trials().forEach(trial -> describe(trial, answer));
        answer.put("failed", String.valueOf(verdict.failedTrials()));
        answer.put("classes", String.join(", ", verdict.failedClasses()));
        answer.put("trd", verdict.meetsTrd().code());
        answer.put("thase-rush", verdict.thaseRush());
        answer.put("maudsley", describe(verdict.maudsley()));
        answer.put("missing", codes(verdict.missing()));
        answer.put("conflict", codes(verdict.conflict()));
        answer.put("exclusion", codes(verdict.exclusion()));
        return answer;
    }

    private static void describe(Trial trial, Map<String, String> answer) {
        String agent = trial.agent().name() + " ";
        answer.put(agent + "adequate", trial.adequacy().code());
        answer.put(
                agent + "days",
                range(new Part(trial.days().surely(), trial.days().perhaps())));
        answer.put(agent + "failure", trial.failure().code());
        answer.put(
                agent + "reasons",
                trial.reasons().stream().map(Trial.Reason::code).collect(Collectors.joining(", ")));
        answer.put(agent + "strategy", trial.step().strategy());
        answer.put(agent + "step", trial.step().id());
        answer.put(agent + "inferred", trial.inferred() ? "yes" : "no");
        trial.maxDose()
                .ifPresent(dose ->
                        answer.put(agent + "dose", dose.stripTrailingZeros().toPlainString()));
        trial.outcome().ifPresent(outcome -> answer.put(agent + "outcome", outcome));
    }

    private static String describe(Maudsley maudsley) {
        return maudsley.status() == Maudsley.Status.NOT_APPLICABLE
                ? maudsley.status().code()
                : range(maudsley.total()) + " " + maudsley.status().code()
                        + maudsley.band().map(band -> " " + band).orElse("");
    }

    private static String range(Part part) {
        return part.min() == part.max() ? String.valueOf(part.min()) : part.min() + "-" + part.max();
    }

    private static String codes(List<Finding> findings) {
        return findings.isEmpty() ? "-" : findings.stream().map(Finding::code).collect(Collectors.joining(", "));
    }
}
