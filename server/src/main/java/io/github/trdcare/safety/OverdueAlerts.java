package io.github.trdcare.safety;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Task;

/** An alert that nobody has accepted when it is due is said again, once an interval: its Task gets a note. */
public final class OverdueAlerts {
    private static final Set<String> WAITING = Set.of("requested", "received");

    private final Row reminders;

    public OverdueAlerts(Knowledge knowledge) {
        this.reminders = knowledge.document("safety.yaml").row("reminders");
    }

    /** Those that are to be said again now, each with its note. */
    public List<Task> of(List<Task> tasks, Instant now) {
        return tasks.stream()
                .filter(OpenAlerts::isAlert)
                .filter(task ->
                        WAITING.contains(task.hasStatus() ? task.getStatus().toCode() : ""))
                .filter(task -> isDue(task, now))
                .map(task -> OpenAlerts.withNote(task, row(task).text("text"), now))
                .toList();
    }

    /** Past its end, and the last time it was said lies an interval back. */
    private boolean isDue(Task task, Instant now) {
        Optional<Instant> end =
                Optional.ofNullable(task.getRestriction().getPeriod().getEnd()).map(due -> due.toInstant());
        Duration interval = Duration.ofHours(row(task).whole("everyHours"));
        return end.filter(due -> due.isBefore(now)).isPresent()
                && task.getNote().stream()
                        .filter(note -> row(task).text("text").equals(note.getText()))
                        .filter(Annotation::hasTime)
                        .noneMatch(note ->
                                note.getTime().toInstant().plus(interval).isAfter(now));
    }

    private Row row(Task task) {
        String priority = task.hasPriority() ? task.getPriority().toCode() : "urgent";
        return reminders.optionalRow(priority).orElseGet(() -> reminders.row("urgent"));
    }
}
