package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.MedicationSafety;
import io.github.trdcare.resistance.Resistance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;

/** The order of records, their copies and their withdrawn versions never change an answer. */
class RecordOrderTest {
    private static final String AS_OF = "2026-06-01";
    private static final Resistance RESISTANCE = new Resistance(PatientText.KNOWLEDGE);
    private static final MedicationSafety SAFETY = new MedicationSafety(PatientText.KNOWLEDGE);
    private static final Assessment ASSESSMENT = new Assessment(PatientText.SCALES);
    private static final Map<String, AdequacyPolicy> POLICIES = AdequacyPolicy.read(PatientText.KNOWLEDGE);

    @Property(tries = 200)
    void aShuffledRecordGivesTheSameAnswer(@ForAll("patients") List<String> lines, @ForAll long seed) {
        List<Resource> shuffled = new ArrayList<>(PatientText.resources(lines));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(answer(shuffled)).isEqualTo(answer(PatientText.resources(lines)));
    }

    @Property(tries = 100)
    void aRecordSentTwiceCountsOnce(@ForAll("patients") List<String> lines) {
        List<Resource> twice = new ArrayList<>(PatientText.resources(lines));
        twice.addAll(PatientText.resources(lines));
        assertThat(answer(twice)).isEqualTo(answer(PatientText.resources(lines)));
    }

    @Property(tries = 100)
    void aCopyUnderAnotherIdChangesNoVerdict(@ForAll("patients") List<String> lines) {
        List<Resource> copied = new ArrayList<>(PatientText.resources(lines));
        PatientText.resources(lines).stream()
                .filter(resource -> resource instanceof Observation || resource instanceof MedicationStatement)
                .forEach(copy -> {
                    copy.setId("zz-copy-" + copied.size());
                    copied.add(copy);
                });
        assertThat(verdict(copied)).isEqualTo(verdict(PatientText.resources(lines)));
    }

    @Property(tries = 100)
    void withdrawnRecordsAreNotThere(
            @ForAll("patients") List<String> lines, @ForAll("patients") List<String> mistakes) {
        List<Resource> both = new ArrayList<>(PatientText.resources(lines));
        PatientText.resources(mistakes).stream()
                .filter(RecordOrderTest::withdraw)
                .forEach(mistake -> {
                    mistake.setId("mistake-" + both.size());
                    both.add(0, mistake);
                });
        assertThat(answer(both)).isEqualTo(answer(PatientText.resources(lines)));
    }

    @Provide
    Arbitrary<List<String>> patients() {
        return Arbitraries.of(
                        "episode 2025-06-01 severe",
                        "episode 2025 moderate",
                        "episode 2023-01-01..2024-01-01 mild",
                        "problem F31.81",
                        "drug sertraline 2025-07-01..2025-12-31 100mg none",
                        "drug sertraline 2025-07..2025-10 50mg partial",
                        "drug 312941 2025-08-01..2026-01-31 2tab none adherence=70",
                        "request 312941 2025-08-01 2tab supply=30 repeats=3",
                        "drug venlafaxine 2026-01-01 150mg unknown",
                        "drug phenelzine 2026-02-01..2026-04-01 60mg response",
                        "drug lithium 2026-01-01..2026-03-01 900mg none",
                        "drug Wonderpill 2026-01-01..2026-03-01 1mg none",
                        "phq9 2025-06-30 20",
                        "phq9 2025-06-30 18",
                        "phq9 2026-01 9",
                        "phq9 2026-05-20T08:00:00Z 3",
                        "form phq9 2026-05-20T08:00:00Z 1,1,1,1,1,1,1,1,0",
                        "madrs 2026-05-20 31",
                        "tms 2026-04-01..2026-05-15 response",
                        "ect 2025-10-01..2025-11-01 none",
                        "ect-session 2025-10-02 bitemporal")
                .list()
                .ofMaxSize(14);
    }

    private static boolean withdraw(Resource resource) {
        if (resource instanceof Observation score) {
            score.setStatus(ObservationStatus.ENTEREDINERROR);
            return true;
        }
        if (resource instanceof MedicationStatement statement) {
            statement.setStatus(MedicationStatementStatus.ENTEREDINERROR);
            return true;
        }
        return false;
    }

    /** The verdict alone, without the records behind it. */
    private static List<Object> verdict(List<Resource> resources) {
        var verdict = RESISTANCE.of(PatientText.chartOf(resources, AS_OF), POLICIES.get("consensus"), Optional.empty());
        return List.of(
                verdict.failedTrials(),
                verdict.failedClasses(),
                verdict.meetsTrd(),
                verdict.thaseRush(),
                verdict.maudsley());
    }

    /** Every part of the answers, as text: records print all that they hold. */
    private static String answer(List<Resource> resources) {
        Chart chart = PatientText.chartOf(resources, AS_OF);
        var verdict = RESISTANCE.of(chart, POLICIES.get("consensus"), Optional.empty());
        return ASSESSMENT.series(chart)
                + verdict.trials().toString()
                + verdict.failedTrials()
                + verdict.failedClasses()
                + verdict.meetsTrd()
                + verdict.thaseRush()
                + verdict.maudsley()
                + verdict.missing()
                + verdict.conflict()
                + verdict.exclusion()
                + SAFETY.findings(chart);
    }
}
