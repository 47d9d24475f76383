package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** What a plan's document says of the plan itself: its goals, its activities and who carries it. */
public final class PlanSections {
    private final Chart chart;
    private final CarePlan plan;
    private final Function<String, Optional<Resource>> resolved;

    PlanSections(Chart chart, CarePlan plan, Function<String, Optional<Resource>> resolved) {
        this.chart = chart;
        this.plan = plan;
        this.resolved = resolved;
    }

    DocumentSection goals(Progress progress) {
        List<Goal> goals = References.of(plan.getGoal()).stream()
                .flatMap(reference -> chart.find(Goal.class, reference).stream())
                .toList();
        return goals("Goals", goals, progress, chart);
    }

    /** Goals with their targets, and how far they are. */
    public static DocumentSection goals(String title, List<Goal> goals, Progress progress, Chart chart) {
        List<List<String>> rows = goals.stream()
                .map(goal -> List.of(
                        Worded.concept(goal.getDescription()),
                        Worded.status(goal),
                        Worded.joined(goal.getTarget().stream().map(PlanSections::target)),
                        Worded.joined(progress.of(goal, chart).stream().map(GoalProgress::achievement))))
                .toList();
        return DocumentSection.of(
                title,
                new Prose().table(List.of("Goal", "Status", "Target", "Achievement"), rows),
                goals.stream().map(References::to).toList());
    }

    DocumentSection activities() {
        List<Resource> activities = plan.getActivity().stream()
                .flatMap(activity -> resolved.apply(References.of(activity.getReference())).stream())
                .toList();
        List<List<String>> rows = activities.stream()
                .map(each -> List.of(what(each), Worded.status(each), each.fhirType()))
                .toList();
        return DocumentSection.of(
                "Activities and orders",
                new Prose().table(List.of("Activity", "Status", "Kind"), rows),
                activities.stream().map(References::to).toList());
    }

    DocumentSection team() {
        List<CareTeam> teams = teams();
        List<List<String>> rows = teams.stream()
                .flatMap(team -> team.getParticipant().stream())
                .map(member -> List.of(
                        Worded.joined(member.getRole().stream().map(Worded::concept)),
                        Participants.name(References.of(member.getMember()), resolved)))
                .toList();
        return DocumentSection.of(
                "Team",
                new Prose().table(List.of("Role", "Who"), rows),
                teams.stream().map(References::to).toList());
    }

    /** The plan's own team, else every team of the patient. */
    List<CareTeam> teams() {
        List<CareTeam> own = References.of(plan.getCareTeam()).stream()
                .flatMap(reference -> chart.find(CareTeam.class, reference).stream())
                .toList();
        return own.isEmpty() ? chart.all(CareTeam.class) : own;
    }

    private String what(Resource activity) {
        if (activity instanceof ServiceRequest order) {
            return Worded.concept(order.getCode());
        }
        if (activity instanceof Task task) {
            return task.hasDescription() ? task.getDescription() : Worded.concept(task.getCode());
        }
        if (activity instanceof Appointment visit) {
            return visit.hasDescription() ? visit.getDescription() : "Visit";
        }
        return activity instanceof MedicationRequest order
                ? new MedicationSection(chart, resolved).drug(order.getMedication())
                : "";
    }

    private static String target(GoalTargetComponent target) {
        return Worded.joined(Stream.of(
                Worded.concept(target.getMeasure()) + " " + Worded.target(target.getDetail()),
                target.hasDueDateType() ? "by " + target.getDueDateType().getValueAsString() : ""));
    }
}
