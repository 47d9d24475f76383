package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What a plan's document says of the plan itself: its goals, its activities, drugs, safety and who carries it. */
final class PlanSections {
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
        List<List<String>> rows = goals.stream()
                .map(goal -> List.of(
                        Worded.concept(goal.getDescription()),
                        Worded.status(goal),
                        Worded.joined(goal.getTarget().stream().map(PlanSections::target)),
                        Worded.joined(progress.of(goal, chart).stream().map(GoalProgress::achievement))))
                .toList();
        return DocumentSection.of(
                "Goals",
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

    DocumentSection medication() {
        List<List<String>> rows = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        chart.all(MedicationStatement.class).stream()
                .filter(each -> begun(each.getEffective()))
                .forEach(each -> {
                    rows.add(List.of(
                            drug(each.getMedication()),
                            Worded.status(each),
                            Worded.span(chart.span(each.getEffective())),
                            dosage(each.getDosage())));
                    entries.add(References.to(each));
                });
        chart.all(MedicationRequest.class).stream()
                .filter(each -> begun(each.getAuthoredOnElement()))
                .forEach(each -> {
                    rows.add(List.of(
                            drug(each.getMedication()),
                            Worded.status(each),
                            Worded.span(chart.span(each.getAuthoredOnElement())
                                    .map(span -> new Span(span.start(), Optional.empty()))),
                            dosage(each.getDosageInstruction())));
                    entries.add(References.to(each));
                });
        return DocumentSection.of(
                "Medication", new Prose().table(List.of("Drug", "Status", "When", "Dosage"), rows), entries);
    }

    DocumentSection safety() {
        List<Flag> flags = chart.all(Flag.class).stream()
                .filter(flag -> begun(flag.getPeriod()))
                .toList();
        List<AdverseEvent> events = chart.all(AdverseEvent.class).stream()
                .filter(event -> begun(event.getDateElement()))
                .toList();
        Prose prose = new Prose()
                .list(flags.stream()
                        .map(flag -> Worded.concept(flag.getCode()) + ": " + Worded.status(flag) + ", "
                                + Worded.span(chart.span(flag.getPeriod())))
                        .toList())
                .list(events.stream()
                        .map(event -> Worded.concept(event.getEvent()) + ", "
                                + Worded.span(chart.span(event.getDateElement())))
                        .toList());
        if (flags.isEmpty() && events.isEmpty()) {
            prose.paragraph("No safety flag and no adverse event is on record.");
        }
        return DocumentSection.of(
                "Safety",
                prose,
                Stream.concat(flags.stream(), events.stream())
                        .map(References::to)
                        .toList());
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

    /** What has no date may have begun. */
    private boolean begun(@Nullable Type when) {
        return when == null || when.isEmpty() || chart.start(when).isPresent();
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
        return activity instanceof MedicationRequest order ? drug(order.getMedication()) : "";
    }

    private String drug(Type medication) {
        return medication instanceof CodeableConcept concept
                ? Worded.concept(concept)
                : resolved.apply(References.of((Reference) medication))
                        .map(each -> Worded.concept(((Medication) each).getCode()))
                        .orElse("");
    }

    private static String dosage(List<Dosage> dosages) {
        return Worded.joined(
                dosages.stream().map(dosage -> dosage.getText() + "").filter(text -> !text.equals("null")));
    }

    private static String target(GoalTargetComponent target) {
        return Worded.joined(Stream.of(
                Worded.concept(target.getMeasure()) + " " + Worded.target(target.getDetail()),
                target.hasDueDateType() ? "by " + target.getDueDateType().getValueAsString() : ""));
    }
}
