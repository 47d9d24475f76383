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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationAdministration;

/** Follows a whole plan: its goals, what is to be done, and what is late. */
public final class PlanProgress {
    private final Progress progress;
    private final KetamineWatch watch;
    private final int lateAfterDays;

    public PlanProgress(Knowledge knowledge) {
        this.progress = new Progress(knowledge);
        this.watch = new KetamineWatch(knowledge);
        this.lateAfterDays =
                knowledge.document("lifestyle.yaml").row("late").row("measure").whole("afterDays");
    }

    /**
     * A plan as it stands.
     *
     * @param goals one line a target whose measure is known
     * @param unmeasured goals that no measure follows
     * @param overdue goals and activities past their day, measures that nobody takes, doses that nobody watched
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
        return new Standing(lines, unmeasured, activities, overdue(plan, lines, activities, chart));
    }

    private List<Finding> overdue(CarePlan plan, List<GoalProgress> goals, List<PlanActivity> activities, Chart chart) {
        List<Finding> overdue = new ArrayList<>();
        goals.stream()
                .filter(GoalProgress::overdue)
                .forEach(goal -> overdue.add(Finding.of(
                                "goal",
                                "The target was to be met by " + goal.due().orElseThrow(),
                                goal.goal())
                        .with(goal.due().orElseThrow())));
        activities.stream()
                .filter(PlanActivity::overdue)
                .forEach(each -> overdue.add(Finding.of(
                                "activity", "It was to be done by " + each.due().orElseThrow(), each.reference())
                        .with(each.due().orElseThrow())));
        if (underWay(plan, chart)) {
            goals.stream().flatMap(goal -> late(goal, chart).stream()).forEach(overdue::add);
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

    private Optional<Finding> late(GoalProgress goal, Chart chart) {
        Optional<LocalDate> last = goal.latest().map(Window::last);
        return last.filter(day -> day.plusDays(lateAfterDays).isBefore(chart.today()))
                .map(day -> Finding.of("measure", "Last measured until " + day, goal.goal())
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
