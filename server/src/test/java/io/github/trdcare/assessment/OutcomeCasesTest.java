package io.github.trdcare.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.ClinicalCase;
import io.github.trdcare.PatientText;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores, bands and outcomes of treatment steps as the sources of the scales lead to them. */
class OutcomeCasesTest {
    private static final Assessment ASSESSMENT = new Assessment(PatientText.SCALES);
    private static final StepOutcomes OUTCOMES = new StepOutcomes(PatientText.SCALES);

    static Stream<ClinicalCase> cases() {
        return ClinicalCase.in("assessment.yaml");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsWorkedByHand(ClinicalCase patient) {
        assertThat(patient.said(answer(patient.chart()))).as(patient.why()).isEqualTo(patient.expect());
    }

    static Map<String, String> answer(Chart chart) {
        Map<String, String> answer = new TreeMap<>();
        List<Series> series = ASSESSMENT.series(chart);
        series.forEach(each -> describe(each, answer));
        CourseSteps.of(chart).forEach(step -> OUTCOMES.of(step, series).forEach(each -> describe(each, answer)));
        return answer;
    }

    private static void describe(Series series, Map<String, String> answer) {
        String scale = series.scale().key() + " ";
        answer.put(
                scale + "points",
                series.points().stream()
                        .map(point -> point.value().map(Object::toString).orElse("none"))
                        .collect(Collectors.joining(", ")));
        series.scored().stream()
                .reduce((earlier, later) -> later)
                .flatMap(point -> series.scale().band(point.total()))
                .ifPresent(band -> answer.put(scale + "band", band));
        codes(series.missing()).ifPresent(codes -> answer.put(scale + "unread", codes));
        codes(series.conflict()).ifPresent(codes -> answer.put(scale + "conflict", codes));
    }

    private static void describe(StepOutcome outcome, Map<String, String> answer) {
        String scale = outcome.scale().key() + " ";
        outcome.baseline()
                .ifPresent(score -> answer.put(scale + "baseline", score.total().toString()));
        outcome.changePercent()
                .ifPresent(change ->
                        answer.put(scale + "change", StepOutcomes.shown(change).toString()));
        outcome.category().ifPresent(category -> answer.put(scale + "category", category.code()));
        answer.put(scale + "deciding", outcome.deciding() ? "yes" : "no");
        put(answer, scale + "response", outcome.events().response());
        put(answer, scale + "remission", outcome.events().remission());
        put(answer, scale + "full", outcome.events().fullRemission());
        put(answer, scale + "relapse", outcome.events().relapse());
        put(answer, scale + "recurrence", outcome.events().recurrence());
        codes(outcome.missing()).ifPresent(codes -> answer.put(scale + "missing", codes));
    }

    private static void put(Map<String, String> answer, String name, Optional<Moment> when) {
        when.ifPresent(moment -> answer.put(name, moment.firstDay().toString()));
    }

    private static Optional<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.value()
                        .map(value -> finding.code() + " " + value)
                        .orElse(finding.code()))
                .reduce((one, other) -> one + ", " + other);
    }
}
