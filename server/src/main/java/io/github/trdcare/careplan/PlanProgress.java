package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.safety.KetamineWatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.MedicationAdministration;

/** Follows a whole plan: its goals, what is to be done, and what is late. */
public final class PlanProgress {
    private static final Set<GoalLifecycleStatus> OVER =
            EnumSet.of(GoalLifecycleStatus.COMPLETED, GoalLifecycleStatus.CANCELLED, GoalLifecycleStatus.REJECTED);

    private final Progress progress;
    private final LateMeasurements measurements;
    private final KetamineWatch watch;
    private final int lateAfterDays;

    public PlanProgress(Knowledge knowledge) {
        this.progress = new Progress(knowledge);
        this.measurements = new LateMeasurements(knowledge);
        this.watch = new KetamineWatch(knowledge);
        this.lateAfterDays =
                knowledge.document("lifestyle.yaml").row("late").row("measure").whole("afterDays");
    }

    /**
     * A plan as it stands.
     *
     * @param goals one line a target whose measure is known
     * @param unmeasured goals that no measure follows
     * @param overdue goals and activities past their day, measurements that nobody takes, doses that nobody watched
     */
    public record Standing(
            List<GoalProgress> goals,
            List<Unmeasured> unmeasured,
            List<PlanActivity> activities,
            List<Finding> overdue) {}

    /** A goal told by what the clinician last wrote of it. */
    public record Unmeasured(String goal, Optional<String> theme, Optional<String> achievement) {}

    public Standing of(CarePlan plan, Chart chart) {
        List<Goal> goals = References.of(plan.getGoal()).stream()
                .flatMap(reference -> chart.find(Goal.class, reference).stream())
                .toList();
        List<GoalProgress> lines = goals.stream()
                .flatMap(goal -> progress.of(goal, chart).stream())
                .toList();
        List<Unmeasured> unmeasured = goals.stream()
                .filter(goal -> lines.stream().noneMatch(line -> line.goal().equals(References.to(goal))))
                .map(PlanProgress::unmeasured)
                .toList();
        List<PlanActivity> activities = plan.getActivity().stream()
                .flatMap(activity -> PlanActivity.of(activity, chart).stream())
                .toList();
        return new Standing(lines, unmeasured, activities, overdue(plan, goals, lines, activities, chart));
    }

    private List<Finding> overdue(
            CarePlan plan, List<Goal> goals, List<GoalProgress> lines, List<PlanActivity> activities, Chart chart) {
        List<Finding> overdue = new ArrayList<>();
        lines.stream().filter(GoalProgress::overdue).map(PlanProgress::overdue).forEach(overdue::add);
        activities.stream()
                .filter(PlanActivity::overdue)
                .map(PlanProgress::overdue)
                .forEach(overdue::add);
        if (underWay(plan, chart)) {
            goals.stream()
                    .filter(goal -> !OVER.contains(goal.getLifecycleStatus()))
                    .flatMap(goal -> late(goal, lines, chart).stream())
                    .forEach(overdue::add);
            overdue.addAll(measurements.of(plan, chart));
        }
        doses(plan, chart).forEach(dose -> {
            overdue.addAll(watch.missing(dose, chart));
            overdue.addAll(watch.keeping(dose, chart));
        });
        return overdue;
    }

    /** The doses of the plan's time. */
    private static Stream<MedicationAdministration> doses(CarePlan plan, Chart chart) {
        Optional<Span> time = chart.span(plan.getPeriod());
        return chart.all(MedicationAdministration.class).stream()
                .filter(dose -> time.isEmpty()
                        || Optional.ofNullable(dose.getEffective())
                                .flatMap(chart::start)
                                .filter(given -> !given.last()
                                        .isBefore(time.get().start().first()))
                                .filter(given -> time.get()
                                        .end()
                                        .filter(end -> given.first().isAfter(end.last()))
                                        .isEmpty())
                                .isPresent());
    }

    private static Finding overdue(GoalProgress goal) {
        LocalDate due = goal.due().orElseThrow();
        return Finding.of("goal", "The target was to be met by " + due, goal.goal())
                .with(due);
    }

    private static Finding overdue(PlanActivity activity) {
        LocalDate due = activity.due().orElseThrow();
        String what = activity.text().orElse("It");
        return Finding.of(
                        "activity",
                        what + " was to be done by " + due,
                        activity.reference().stream().toList())
                .with(due);
    }

    /** A goal that nobody can follow says what it lacks; one that can be followed, when it was measured last. */
    private List<Finding> late(Goal goal, List<GoalProgress> lines, Chart chart) {
        String reference = References.to(goal);
        List<GoalProgress> own =
                lines.stream().filter(line -> line.goal().equals(reference)).toList();
        if (own.isEmpty()) {
            String lack = goal.getTarget().stream().anyMatch(target -> target.hasMeasure())
                    ? "The goal's target.measure is none that is known here"
                    : "The goal has no target.measure";
            return List.of(Finding.of("no-measure", lack + ", so that nothing shows how far it is", reference));
        }
        return own.stream().flatMap(line -> late(goal, line, chart).stream()).toList();
    }

    private Optional<Finding> late(Goal goal, GoalProgress line, Chart chart) {
        Optional<LocalDate> last = line.latest().map(Window::last);
        return last.or(() -> DueDay.start(goal, chart))
                .filter(day -> day.plusDays(lateAfterDays).isBefore(chart.today()))
                .map(day -> Finding.of(
                                "measure",
                                last.isPresent() ? "Last measured until " + day : "Not measured since " + day,
                                line.goal())
                        .with(day));
    }

    /** By its dates: a plan that has not ended is under way. */
    private static boolean underWay(CarePlan plan, Chart chart) {
        return chart.span(plan.getPeriod()).filter(span -> span.end().isEmpty()).isPresent();
    }

    private static Unmeasured unmeasured(Goal goal) {
        return new Unmeasured(
                References.to(goal),
                goal.getCategory().stream()
                        .flatMap(category -> Coded.in(category, Ours.TRD).stream())
                        .filter(code -> !code.equals("trd-care"))
                        .findFirst(),
                Stream.of(goal.getAchievementStatus())
                        .flatMap(status -> status.getCoding().stream())
                        .map(coding -> coding.getCode())
                        .filter(code -> code != null)
                        .findFirst());
    }
}
