package io.github.trdcare.eligibility;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.Score;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import io.github.trdcare.resistance.Answer;
import io.github.trdcare.resistance.KetamineDoses;
import io.github.trdcare.resistance.MedicationSafety;
import io.github.trdcare.resistance.Resistance;
import io.github.trdcare.resistance.ResistanceVerdict;
import io.github.trdcare.resistance.Trial;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Patient;

/** Holds a record to a payer's policy for TMS; what the record does not show is missing, never assumed. */
public final class Eligibility {
    private final Resistance resistance;
    private final MedicationSafety medication;
    private final Assessment assessment;
    private final StepOutcomes outcomes;
    private final KetamineDoses ketamine;
    private final Row evidence;

    public Eligibility(Knowledge knowledge) {
        this.resistance = new Resistance(knowledge);
        this.medication = new MedicationSafety(knowledge);
        Scales scales = Scales.read(knowledge);
        this.assessment = new Assessment(scales);
        this.outcomes = new StepOutcomes(scales);
        this.ketamine = new KetamineDoses(knowledge);
        this.evidence = knowledge.document("eligibility.yaml").only("evidence").row("evidence");
    }

    public EligibilityVerdict of(Chart chart, CoveragePolicy policy, Optional<String> condition) {
        ResistanceVerdict verdict = resistance.of(chart, policy.adequacy(), condition);
        List<Series> series = assessment.series(chart);
        TmsRecord record = new TmsRecord(chart);
        List<Criterion> criteria = new ArrayList<>();
        policy.minAge().ifPresent(age -> criteria.add(age(chart, age)));
        criteria.add(trials(record, policy, verdict));
        policy.severity()
                .ifPresent(wanted -> criteria.add(new SeverityCriterion(
                                chart, series, evidence.row("score").whole("maxAgeDays"))
                        .of(wanted, policy.scale(), policy.anyScale(), verdict.severity())));
        if (policy.psychotherapy()) {
            criteria.add(new Psychotherapy(chart, evidence.row("psychotherapy")).criterion(verdict.episode()));
        }
        policy.exclusions().forEach(exclusion -> criteria.add(exclusion(exclusion, verdict)));
        criteria.addAll(shown(record, policy, series));
        criteria.addAll(new CourseCriteria(record, policy, outcomes, series).all());
        List<Finding> notes = new ArrayList<>(record.overruled());
        notes.addAll(medication.thresholdDrugs(chart));
        if (policy.concurrentKetamine() && ketamine(chart).isEmpty()) {
            notes.add(Finding.of("none-recorded", "No concurrent ketamine is on record"));
        }
        return new EligibilityVerdict(policy, verdict, criteria, record.contraindications(), notes);
    }

    private List<Criterion> shown(TmsRecord record, CoveragePolicy policy, List<Series> series) {
        List<Criterion> shown = new ArrayList<>();
        shown.add(Criterion.shownBy("safety-screen", "TMS safety screen", record.safetyScreens()));
        if (policy.anyScale() && policy.severity().isEmpty()) {
            shown.add(Criterion.shownBy(
                    "pre-treatment-score", "Recent score of a standard scale", recent(record, series)));
        }
        if (policy.device()) {
            shown.add(Criterion.shownBy("device", "Stimulator", record.stimulators()));
        }
        if (policy.psychiatristOrder()) {
            shown.add(Criterion.shownBy("psychiatrist-order", "Order with its prescriber", record.signedOrders()));
        }
        if (policy.weeklyScales()) {
            shown.add(Criterion.shownBy("weekly-scales", "Scores week by week", weekly(series)));
        }
        if (policy.concurrentKetamine()) {
            shown.add(Criterion.met(
                    "concurrent-ketamine", "Concurrent ketamine is documented", ketamine(record.chart())));
        }
        return shown;
    }

    private List<String> ketamine(Chart chart) {
        return ketamine.of(chart).stream()
                .map(dose -> References.to(dose.record()))
                .toList();
    }

    private List<String> recent(TmsRecord record, List<Series> series) {
        LocalDate oldest =
                record.chart().today().minusDays(evidence.row("score").whole("maxAgeDays"));
        return series.stream()
                .filter(each -> each.scale().deciding().isPresent())
                .flatMap(each -> each.scored().stream())
                .filter(score -> !day(score).isBefore(oldest))
                .map(Score::reference)
                .toList();
    }

    /** Two scores of one scale in a row, at most about a week apart. */
    private List<String> weekly(List<Series> series) {
        long gap = evidence.row("weekly").whole("maxGapDays");
        return series.stream()
                .map(Series::scored)
                .flatMap(scores -> IntStream.range(1, scores.size())
                        .filter(i -> ChronoUnit.DAYS.between(day(scores.get(i - 1)), day(scores.get(i))) <= gap)
                        .mapToObj(i -> scores.get(i).reference()))
                .distinct()
                .toList();
    }

    private static LocalDate day(Score score) {
        return score.when().firstDay();
    }

    private static Criterion age(Chart chart, int least) {
        Optional<Patient> patient =
                chart.all(Patient.class).stream().filter(Patient::hasBirthDate).findFirst();
        return patient.map(each -> {
                    long years = ChronoUnit.YEARS.between(
                            chart.moment(each.getBirthDateElement()).lastDay(), chart.today());
                    String text = years + " years old; the policy asks for " + least;
                    List<String> proof = List.of(References.to(each));
                    return years >= least ? Criterion.met("age", text, proof) : Criterion.notMet("age", text, proof);
                })
                .orElseGet(() -> Criterion.missing("birth-date", "The date of birth is not on record"));
    }

    private static Criterion trials(TmsRecord record, CoveragePolicy policy, ResistanceVerdict verdict) {
        List<String> earlier = policy.earlierResponse() ? record.helpfulCourses() : List.of();
        if (!earlier.isEmpty()) {
            return Criterion.met("failed-trials", "An earlier course of TMS brought a response", earlier);
        }
        List<Trial> known = verdict.trials().stream()
                .filter(trial -> trial.agent().isAntidepressant())
                .toList();
        List<String> proof = known.stream().map(trial -> trial.step().id()).toList();
        String text = verdict.failedTrials() + " failed trials of "
                + verdict.failedClasses().size() + " classes; the policy asks for "
                + policy.adequacy().minTrials() + " of " + policy.adequacy().minClasses();
        if (known.isEmpty()) {
            return Criterion.missing("failed-trials", "No antidepressant is on record");
        }
        Answer answer = verdict.enoughFailures();
        return answer == Answer.INDETERMINATE
                ? new Criterion(
                        "failed-trials",
                        Criterion.Status.MISSING,
                        text + "; whether further trials failed is not settled",
                        proof)
                : answer == Answer.YES
                        ? Criterion.met("failed-trials", text, proof)
                        : Criterion.notMet("failed-trials", text, proof);
    }

    private static Criterion exclusion(String exclusion, ResistanceVerdict verdict) {
        return verdict.exclusion().stream()
                .filter(finding -> finding.code().equals(exclusion))
                .findFirst()
                .map(finding -> Criterion.notMet("no-" + exclusion, finding.text(), finding.evidence()))
                .orElseGet(() -> Criterion.met("no-" + exclusion, "No such disorder is on record", List.of()));
    }
}
