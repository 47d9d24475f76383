package io.github.trdcare.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.ClinicalCase;
import io.github.trdcare.PatientText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records held to payer policies as the summaries of their texts lead to the answers. */
class EligibilityCasesTest {
    private static final Eligibility ELIGIBILITY = new Eligibility(PatientText.KNOWLEDGE);
    private static final Map<String, CoveragePolicy> POLICIES = CoveragePolicy.read(PatientText.KNOWLEDGE);

    static Stream<ClinicalCase> cases() {
        return ClinicalCase.in("eligibility.yaml");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsWorkedByHand(ClinicalCase patient) {
        EligibilityVerdict verdict = ELIGIBILITY.of(patient.chart(), POLICIES.get(patient.policy()), Optional.empty());
        Map<String, String> answer = new TreeMap<>();
        verdict.criteria()
                .forEach(criterion ->
                        answer.put(criterion.id(), criterion.status().code()));
        verdict.contraindications()
                .forEach(flag -> answer.put(flag.code(), flag.value().orElseThrow()));
        verdict.notes().forEach(note -> answer.put("note", note.code()));
        answer.put("overall", verdict.overall().code());
        answer.put("packet", String.valueOf(verdict.packet().size()));
        assertThat(patient.said(answer)).as(patient.why()).isEqualTo(patient.expect());
    }
}
