package io.github.trdcare.exchange.document;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.Score;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.careplan.DocumentSection;
import io.github.trdcare.careplan.PlanSections;
import io.github.trdcare.careplan.Progress;
import io.github.trdcare.careplan.Prose;
import io.github.trdcare.careplan.TreatmentSections;
import io.github.trdcare.careplan.Worded;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.Episode;
import io.github.trdcare.resistance.ResistanceVerdict;
import io.github.trdcare.resistance.Trial;
import io.github.trdcare.stimulation.ClosedDays;
import io.github.trdcare.stimulation.CourseEvent;
import io.github.trdcare.stimulation.CourseSummary;
import io.github.trdcare.stimulation.Courses;
import io.github.trdcare.stimulation.Threshold;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Procedure;

/** What a summary tells of the care of a depression, in the words of the rules. */
final class CareSections {
    private static final Set<String> OVER = Set.of("completed", "cancelled", "rejected");

    private final Assessment assessment;
    private final Courses courses;
    private final Progress progress;
    private final TreatmentSections treatment;
    private final Set<LocalDate> closed;

    CareSections(Knowledge knowledge) {
        this.assessment = new Assessment(Scales.read(knowledge));
        this.courses = new Courses(knowledge);
        this.progress = new Progress(knowledge);
        this.treatment = new TreatmentSections(knowledge);
        this.closed = ClosedDays.read(knowledge);
    }

    /** Empty where neither an episode nor a trial is on record: there is nothing to judge. */
    DocumentSection resistance(String title, Chart chart) {
        ResistanceVerdict verdict = treatment.verdict(chart);
        List<Trial> trials = verdict.trials();
        List<List<String>> rows = trials.stream()
                .map(trial -> List.of(
                        trial.agent().name(),
                        Worded.span(java.util.Optional.of(new Span(trial.start(), trial.end()))),
                        trial.maxDose()
                                .map(dose -> dose.toPlainString() + " mg")
                                .orElse(""),
                        trial.adequacy().code(),
                        trial.failure().code(),
                        Worded.joined(trial.reasons().stream().map(Trial.Reason::text))))
                .toList();
        Prose prose = TreatmentSections.tell(verdict, new Prose())
                .table(List.of("Drug", "When", "Highest daily dose", "Adequate", "Failed", "Why"), rows);
        return DocumentSection.of(
                title,
                prose,
                Stream.concat(
                                verdict.episode().map(Episode::reference).stream(),
                                trials.stream().flatMap(trial -> trial.evidence().stream()))
                        .toList());
    }

    /** The latest total of every scale, and where it moved. */
    DocumentSection scales(String title, Chart chart) {
        List<Series> all = assessment.series(chart).stream()
                .filter(series -> !series.scored().isEmpty())
                .toList();
        List<List<String>> rows = all.stream()
                .map(series -> {
                    Score latest = last(series, 1);
                    return List.of(
                            series.scale().title(),
                            latest.total().toPlainString(),
                            series.scale().band(latest.total()).orElse(""),
                            Worded.day(latest.when()),
                            trend(series));
                })
                .toList();
        return DocumentSection.of(
                title,
                new Prose().table(List.of("Scale", "Total", "Band", "When", "Trend"), rows),
                all.stream()
                        .flatMap(series -> last(series, 1).evidence().stream())
                        .toList());
    }

    private static String trend(Series series) {
        if (series.scored().size() == 1) {
            return "first taking";
        }
        Score before = last(series, 2);
        int moved = last(series, 1).total().compareTo(before.total());
        String words = moved == 0 ? "as" : moved < 0 ? "lower than" : "higher than";
        Score first = series.scored().get(0);
        return Worded.joined(Stream.of(
                words + " the " + before.total().toPlainString() + " of " + Worded.day(before.when()),
                first == before ? "" : "first " + first.total().toPlainString() + " on " + Worded.day(first.when())));
    }

    private static Score last(Series series, int back) {
        List<Score> scored = series.scored();
        return scored.get(scored.size() - back);
    }

    DocumentSection courses(String title, Chart chart) {
        List<Procedure> all =
                chart.all(Procedure.class).stream().filter(Courses::isCourse).toList();
        List<CourseSummary> summaries =
                all.stream().map(course -> courses.of(course, chart, closed)).toList();
        List<List<String>> rows = Stream.iterate(0, index -> index < all.size(), index -> index + 1)
                .map(index -> row(all.get(index), summaries.get(index), chart))
                .toList();
        Stream<String> thresholds = summaries.stream()
                .flatMap(summary -> summary.thresholds().stream())
                .map(Threshold::reference);
        Stream<String> events = summaries.stream()
                .flatMap(summary -> summary.adverseEvents().stream())
                .map(CourseEvent::reference);
        return DocumentSection.of(
                title,
                new Prose()
                        .table(
                                List.of("Course", "Status", "When", "Sessions", "Motor threshold", "Outcome", "Events"),
                                rows),
                Stream.of(all.stream().map(References::to), thresholds, events)
                        .flatMap(each -> each)
                        .toList());
    }

    private static List<String> row(Procedure course, CourseSummary summary, Chart chart) {
        return List.of(
                Worded.concept(course.getCode()),
                summary.status(),
                Worded.span(chart.span(course.getPerformed())),
                sessions(summary.sessions()),
                summary.thresholds().stream()
                        .reduce((earlier, later) -> later)
                        .map(each -> each.percent().toPlainString() + " % on " + Worded.day(each.when()))
                        .orElse(""),
                summary.outcome().stream()
                        .filter(StepOutcome::deciding)
                        .findFirst()
                        .map(TreatmentSections::outcome)
                        .orElse(""),
                Worded.joined(summary.adverseEvents().stream()
                        .map(event -> event.code().map(Worded::concept).orElse("adverse event"))));
    }

    private static String sessions(CourseSummary.Count count) {
        String delivered = count.delivered()
                + count.prescribed().map(prescribed -> " of " + prescribed).orElse("") + " delivered";
        return count.missed() == 0 ? delivered : delivered + ", " + count.missed() + " missed";
    }

    DocumentSection procedures(String title, Chart chart) {
        DocumentSection all = treatment.courses(chart, treatment.verdict(chart));
        return new DocumentSection(title, all.prose(), all.entries());
    }

    DocumentSection goals(String title, Chart chart) {
        List<Goal> goals = chart.all(Goal.class).stream()
                .filter(goal -> chart.mayHaveBegun(goal.getStart()) && !OVER.contains(Worded.status(goal)))
                .toList();
        return PlanSections.goals(title, goals, progress, chart);
    }
}
