package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Asks a clinician to look at what happened, once an occasion. */
final class ReviewTask {
    private static final String REVIEW = Ours.BASE + "/sid/safety-review";

    private ReviewTask() {}

    static boolean isKnown(String key, Chart chart) {
        return chart.all(Task.class).stream()
                .flatMap(task -> task.getIdentifier().stream())
                .anyMatch(each -> REVIEW.equals(each.getSystem()) && key.equals(each.getValue()));
    }

    static Task of(String key, String focus, Reference patient, String text, int dueHours, Instant now) {
        Task task = new Task();
        task.getMeta().addProfile(Ours.definition("trd-task"));
        task.addIdentifier(new Identifier().setSystem(REVIEW).setValue(key));
        task.setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER).setPriority(TaskPriority.URGENT);
        task.setCode(new CodeableConcept(new Coding(Ours.TRD, "safety-review", null)));
        task.setDescription(text);
        task.setFocus(new Reference(focus));
        task.setFor(patient.copy());
        task.setAuthoredOn(Date.from(now));
        task.getRestriction().setPeriod(new Period().setEnd(Date.from(now.plus(Duration.ofHours(dueHours)))));
        return task;
    }
}
