package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.trdcare.assessment.Outcome;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.eligibility.CoveragePolicy;
import io.github.trdcare.eligibility.Criterion;
import io.github.trdcare.eligibility.Criterion.Status;
import io.github.trdcare.eligibility.Eligibility;
import io.github.trdcare.eligibility.EligibilityVerdict;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.OutcomesVerdict;
import io.github.trdcare.resistance.Resistance;
import io.github.trdcare.resistance.ResistanceVerdict;
import io.github.trdcare.resistance.TreatmentOutcomes;
import io.github.trdcare.stimulation.CourseSummary;
import io.github.trdcare.stimulation.Courses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Procedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clinician reads out of each story is what the rules say of it. */
class StoryVerdictsTest {
    private static final String TODAY = "2026-11-24";
    private static final AdequacyPolicy CONSENSUS =
            AdequacyPolicy.read(PatientText.KNOWLEDGE).get("consensus");

    @ParameterizedTest
    @CsvSource({
        "01-remission-on-10hz, 2, yes, II",
        "02-itbs-with-missed-sessions, 2, yes, II",
        // venlafaxine helped a part of the way
        "03-accelerated-in-five-days, 2, yes, II",
        // SSRI, SNRI and a tricyclic; the ECT came after and helped
        "04-tms-non-response-then-ect, 3, yes, III",
        "07-item-9-acknowledged, 1, no, I",
        // two trials failed, but the depression is bipolar
        "10-bipolar-discovered, 2, no, II",
        "11-psychotherapy-and-augmentation, 1, no, I",
        // four classes with an MAO inhibitor, and bilateral ECT
        "12-vagus-nerve-stimulator, 4, yes, V",
        "14-ten-lifestyle-goals, 1, no, I",
        "15-sequential-bilateral-under-way, 3, yes, II",
        // known by prescriptions alone
        "16-intravenous-ketamine, 2, yes, II",
        // the third was not tolerated
        "17-one-hertz-after-pain, 2, yes, II",
        "18-deep-tms-with-ptsd, 2, yes, II"
    })
    void tellHowFarADepressionResists(String story, int failed, String meets, String stage) {
        ResistanceVerdict verdict = resistance(chart(story));
        assertThat(verdict.failedTrials()).isEqualTo(failed);
        assertThat(verdict.meetsTrd().code()).isEqualTo(meets);
        assertThat(verdict.thaseRush()).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "04-tms-non-response-then-ect, Procedure/viktor-tms-course, madrs, none",
        "04-tms-non-response-then-ect, Procedure/viktor-ect-course, madrs, response",
        "09-esketamine-held-for-blood-pressure, MedicationRequest/grace-esketamine-order, madrs, response",
        "12-vagus-nerve-stimulator, Procedure/samuel-implant, madrs, response",
        "13-deep-brain-stimulation-in-a-trial, Procedure/keiko-implant, madrs, partial",
        "16-intravenous-ketamine, MedicationRequest/dmitri-ketamine-order, qids-sr16, response",
        "17-one-hertz-after-pain, Procedure/hannah-course-right, phq9, response"
    })
    void tellWhatATreatmentBrought(String story, String step, String scale, String category) {
        Chart chart = chart(story);
        OutcomesVerdict verdict = new TreatmentOutcomes(PatientText.KNOWLEDGE).of(chart, resistance(chart), List.of());
        List<StepOutcome> found = verdict.steps().stream()
                .filter(each ->
                        each.step().id().equals(step) && each.scale().key().equals(scale))
                .toList();
        assertThat(verdict.steps()).extracting(each -> each.step().id()).contains(step);
        assertThat(found)
                .extracting(each -> each.category().map(Outcome::code).orElse("-"))
                .containsExactly(category);
    }

    @ParameterizedTest
    @CsvSource({"01-remission-on-10hz, Procedure/marta-course", "05-relapse-and-retreatment, Procedure/lucia-course-2"})
    void tellOfAFullRemissionThatCameTooLateForItsStep(String story, String step) {
        Chart chart = chart(story);
        OutcomesVerdict verdict = new TreatmentOutcomes(PatientText.KNOWLEDGE).of(chart, resistance(chart), List.of());
        assertThat(verdict.missing())
                .filteredOn(finding -> finding.code().equals("full-remission-after-step"))
                .extracting(finding -> finding.evidence().get(0))
                .contains(step);
    }

    @Test
    void anAuthorisationOfSeveralItemsCountsThemTogether() {
        assertThat(course("15-sequential-bilateral-under-way", "paula-course")
                        .sessions()
                        .authorised())
                .contains(30);
    }

    @Test
    void aCourseOfPsychotherapyKnownByItsTotalCounts() {
        EligibilityVerdict verdict = new Eligibility(PatientText.KNOWLEDGE)
                .of(
                        chart("15-sequential-bilateral-under-way"),
                        CoveragePolicy.read(PatientText.KNOWLEDGE).get("psy301-015"),
                        Optional.empty());
        assertThat(verdict.criteria())
                .filteredOn(criterion -> criterion.id().equals("psychotherapy"))
                .extracting(Criterion::status, Criterion::evidence)
                .containsExactly(tuple(Status.MET, List.of("Procedure/paula-cbt-course")));
    }

    @Test
    void aHoldWithoutAnEndLeavesTheEndOfTheCourseOpen() {
        assertThat(course("08-seizure-and-hold", "owen-course").projectedEnd()).isEmpty();
        assertThat(course("20-contraindication-overruled", "yusuf-course").projectedEnd())
                .isPresent();
    }

    private static CourseSummary course(String story, String id) {
        Chart chart = chart(story);
        return new Courses(PatientText.KNOWLEDGE)
                .of(chart.find(Procedure.class, "Procedure/" + id).orElseThrow(), chart, Set.of());
    }

    private static ResistanceVerdict resistance(Chart chart) {
        return new Resistance(PatientText.KNOWLEDGE).of(chart, CONSENSUS, Optional.empty());
    }

    private static Chart chart(String story) {
        return PatientText.chartOf(StoryRecord.of(story), TODAY);
    }
}
