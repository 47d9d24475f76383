package io.github.trdcare.resistance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.chart.Finding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicationSafetyTest {
    private static final MedicationSafety SAFETY = new MedicationSafety(PatientText.KNOWLEDGE);

    @ParameterizedTest
    @CsvSource({
        // two weeks both ways: the last day on 1 January, the first on 15 January is 14 days on
        "sertraline, 100mg, 2026-01-01, phenelzine, 60mg, 2026-01-14, 13",
        "sertraline, 100mg, 2026-01-01, phenelzine, 60mg, 2026-01-15, -",
        "phenelzine, 60mg, 2026-01-01, sertraline, 100mg, 2026-01-14, 13",
        "phenelzine, 60mg, 2026-01-01, sertraline, 100mg, 2026-01-15, -",
        "phenelzine, 60mg, 2026-01-01, tranylcypromine, 30mg, 2026-01-14, 13",
        // five weeks after fluoxetine
        "fluoxetine, 20mg, 2026-01-01, phenelzine, 60mg, 2026-02-04, 34",
        "fluoxetine, 20mg, 2026-01-01, phenelzine, 60mg, 2026-02-05, -",
        // other switches need no washout
        "sertraline, 100mg, 2026-01-01, venlafaxine, 75mg, 2026-01-02, -"
    })
    void anMaoiNeedsFreeDaysBeforeAndAfter(
            String first, String dose, String last, String second, String nextDose, String start, String found) {
        List<Finding> findings = SAFETY.washouts(PatientText.chart(
                List.of(
                        "drug " + first + " 2025-10-01.." + last + " " + dose,
                        "drug " + second + " " + start + " " + nextDose + " status=active"),
                "2026-06-01"));
        assertThat(findings.stream()
                        .map(finding -> finding.value().orElseThrow())
                        .toList())
                .isEqualTo(found.equals("-") ? List.of() : List.of(found));
    }

    @ParameterizedTest
    @CsvSource({"bupropion, bupropion", "clomipramine, clomipramine", "sertraline, -"})
    void drugsThatLowerTheSeizureThresholdAreNamed(String drug, String found) {
        List<Finding> findings = SAFETY.thresholdDrugs(
                PatientText.chart(List.of("drug " + drug + " 2026-05-01 100mg status=active"), "2026-06-01"));
        assertThat(findings).hasSize(found.equals("-") ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"aripiprazole, metabolic", "lithium, lithium", "lamotrigine, -"})
    void augmentationAsksForMonitoring(String drug, String due) {
        List<Finding> findings = SAFETY.monitoringDue(
                PatientText.chart(List.of("drug " + drug + " 2026-05-01 100mg status=active"), "2026-06-01"));
        assertThat(findings.stream()
                        .map(finding -> finding.value().orElseThrow())
                        .toList())
                .isEqualTo(due.equals("-") ? List.of() : List.of(due));
    }
}
