package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Task;

/** Finds the Tasks of alerts that nobody has ended yet, and writes notes on them. */
final class OpenAlerts {
    private static final String ACKNOWLEDGE = "acknowledge-safety-alert";
    private static final Set<String> OPEN =
            Set.of("draft", "requested", "received", "accepted", "ready", "in-progress", "on-hold");

    private OpenAlerts() {}

    static boolean isAlert(Task task) {
        return Coded.isOurs(task.getCode(), Ours.TRD, ACKNOWLEDGE);
    }

    static List<Task> of(Flag flag, Chart chart) {
        return chart.all(Task.class).stream()
                .filter(OpenAlerts::isAlert)
                .filter(task ->
                        task.hasStatus() && OPEN.contains(task.getStatus().toCode()))
                .filter(task -> References.of(task.getFocus()).equals(References.to(flag)))
                .toList();
    }

    /** The Task with a note more; nothing where it has the note already. */
    static Optional<Task> noted(Task task, String text, Instant now) {
        boolean known = task.getNote().stream().anyMatch(note -> text.equals(note.getText()));
        return known ? Optional.empty() : Optional.of(withNote(task, text, now));
    }

    static Task withNote(Task task, String text, Instant now) {
        Task noted = task.copy();
        noted.addNote().setText(text).setTime(Date.from(now));
        return noted;
    }
}
