package io.github.trdcare.careplan;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.Outcome;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.Score;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.Episode;
import io.github.trdcare.resistance.Maudsley;
import io.github.trdcare.resistance.Resistance;
import io.github.trdcare.resistance.ResistanceVerdict;
import io.github.trdcare.resistance.TreatmentOutcomes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;

/** What a plan's document says of the illness and its treatments: resistance, courses with their outcome, scales. */
public final class TreatmentSections {
    private static final String POLICY = "consensus";

    private final Resistance resistance;
    private final TreatmentOutcomes outcomes;
    private final Assessment assessment;
    private final AdequacyPolicy policy;

    public TreatmentSections(Knowledge knowledge) {
        this.resistance = new Resistance(knowledge);
        this.outcomes = new TreatmentOutcomes(knowledge);
        this.assessment = new Assessment(Scales.read(knowledge));
        this.policy = AdequacyPolicy.read(knowledge).get(POLICY);
    }

    ResistanceVerdict verdict(CarePlan plan, Chart chart) {
        List<Episode> episodes = Episode.of(chart);
        Optional<String> addressed = References.of(plan.getAddresses()).stream()
                .filter(reference -> episodes.stream()
                        .anyMatch(episode -> episode.reference().equals(reference)))
                .findFirst();
        return resistance.of(chart, policy, addressed);
    }

    /** Of the episode that the record tells of. */
    public ResistanceVerdict verdict(Chart chart) {
        return resistance.of(chart, policy, Optional.empty());
    }

    DocumentSection summary(CarePlan plan, Chart chart, ResistanceVerdict verdict) {
        Prose prose = new Prose();
        chart.all(Patient.class).stream()
                .findFirst()
                .ifPresent(patient -> prose.paragraph(Worded.joined(Stream.of(
                        Worded.name(patient.getName()),
                        patient.hasBirthDate()
                                ? "born " + patient.getBirthDateElement().getValueAsString()
                                : ""))));
        prose.paragraph(Worded.joined(
                Stream.of(plan.getTitle() + "", Worded.status(plan), Worded.span(chart.span(plan.getPeriod())))));
        verdict.episode()
                .ifPresent(episode -> prose.paragraph("Episode: "
                        + Worded.joined(Stream.of(
                                Worded.concept(episode.condition().getCode()),
                                Worded.concept(episode.condition().getSeverity()),
                                "since " + Worded.day(episode.onset())))));
        tell(verdict, prose);
        return DocumentSection.of(
                "Summary and treatment resistance",
                prose,
                Stream.concat(
                                verdict.episode().map(Episode::reference).stream(),
                                References.of(plan.getAddresses()).stream())
                        .toList());
    }

    /** Whether the depression resists treatment, and what keeps that open. */
    public static Prose tell(ResistanceVerdict verdict, Prose prose) {
        return prose.list(List.of(
                        "Treatment-resistant: " + verdict.meetsTrd().code() + " (failed trials: "
                                + verdict.failedTrials() + ")",
                        "Thase-Rush stage: " + verdict.thaseRush(),
                        "Maudsley: " + maudsley(verdict.maudsley())))
                .list(verdict.missing().stream().map(Finding::text).toList());
    }

    public DocumentSection courses(Chart chart, ResistanceVerdict verdict) {
        List<Procedure> courses = chart.all(Procedure.class).stream()
                .filter(procedure -> !procedure.hasPartOf())
                .filter(procedure -> !procedure.hasPerformed()
                        || chart.start(procedure.getPerformed()).isPresent())
                .toList();
        List<StepOutcome> steps = outcomes.of(chart, verdict, List.of()).steps().stream()
                .filter(StepOutcome::deciding)
                .toList();
        List<List<String>> rows = courses.stream()
                .map(course -> List.of(
                        Worded.concept(course.getCode()),
                        Worded.status(course),
                        Worded.span(chart.span(course.getPerformed())),
                        outcome(steps, References.to(course))))
                .toList();
        return DocumentSection.of(
                "Courses and outcome",
                new Prose().table(List.of("Treatment", "Status", "When", "Outcome"), rows),
                courses.stream().map(References::to).toList());
    }

    DocumentSection scales(Chart chart) {
        List<Series> all = assessment.series(chart);
        List<List<String>> rows = all.stream()
                .flatMap(series -> series.scored().stream()
                        .map(score -> List.of(
                                series.scale().title(),
                                Worded.day(score.when()),
                                score.total().toPlainString(),
                                series.scale().band(score.total()).orElse(""))))
                .toList();
        return DocumentSection.of(
                "Rating scales",
                new Prose().table(List.of("Scale", "When", "Total", "Band"), rows),
                all.stream()
                        .flatMap(series -> series.points().stream())
                        .map(Score::reference)
                        .toList());
    }

    private static String outcome(List<StepOutcome> steps, String course) {
        return steps.stream()
                .filter(step -> step.step().id().equals(course))
                .map(TreatmentSections::outcome)
                .findFirst()
                .orElse("");
    }

    /** What a step did to a scale. */
    public static String outcome(StepOutcome step) {
        return Worded.joined(Stream.of(
                step.category().map(Outcome::code).orElse(""),
                step.scale().title(),
                step.changePercent()
                        .map(StepOutcomes::shown)
                        .map(percent -> percent.toPlainString() + " % better than at the start")
                        .orElse("")));
    }

    private static String maudsley(Maudsley maudsley) {
        Maudsley.Part total = maudsley.total();
        boolean applies = maudsley.status() != Maudsley.Status.NOT_APPLICABLE;
        String points = total.min() == total.max() ? total.min() + "" : total.min() + " to " + total.max();
        return applies
                ? points + " (" + maudsley.status().code() + ")"
                : maudsley.status().code();
    }
}
