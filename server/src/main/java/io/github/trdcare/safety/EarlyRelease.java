package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** After a dose of esketamine the patient stays two hours; who goes earlier goes for a reason, and somebody asks after them. */
public final class EarlyRelease {
    private static final String REVIEW = Ours.BASE + "/sid/safety-review";

    private final Treatments treatments;
    private final Row rule;

    public EarlyRelease(Knowledge knowledge) {
        this.treatments = new Treatments(knowledge);
        this.rule = knowledge.document("safety.yaml").row("observation").row("esketamine");
    }

    /** The refusal of a release that is too early and gives no reason. */
    public List<Refusal> check(MedicationAdministration dose, ZoneId zone) {
        Extension watch = dose.getExtensionByUrl(Ours.definition("ketamine-observation"));
        boolean unexplained = early(dose, zone).isPresent() && watch.getExtensionByUrl("releaseReason") == null;
        return unexplained
                ? List.of(Refusal.content(
                        "early-release",
                        "MedicationAdministration.extension.where(url = '" + Ours.definition("ketamine-observation")
                                + "').extension.where(url = 'releaseReason')",
                        "The patient was released " + early(dose, zone).get().toMinutes() + " minutes after the dose",
                        "release after " + rule.whole("minutes") + " minutes, or a releaseReason"))
                : List.of();
    }

    /** The Task after an early release; nothing where the chart has it. */
    public Optional<Task> review(MedicationAdministration dose, Chart chart, Instant now) {
        String key = References.to(dose);
        boolean known = chart.all(Task.class).stream()
                .flatMap(task -> task.getIdentifier().stream())
                .anyMatch(each -> REVIEW.equals(each.getSystem()) && key.equals(each.getValue()));
        return early(dose, chart.zone()).filter(minutes -> !known).map(minutes -> task(dose, key, now));
    }

    /** How long after the dose the patient was released, when that was too early. */
    private Optional<Duration> early(MedicationAdministration dose, ZoneId zone) {
        Extension watch = dose.getExtensionByUrl(Ours.definition("ketamine-observation"));
        boolean esketamine =
                treatments.byCode(dose).filter("esketamine"::equals).isPresent();
        if (watch == null || !esketamine) {
            return Optional.empty();
        }
        Extension release = watch.getExtensionByUrl("release");
        Type given = dose.getEffective() instanceof Period period
                ? period.hasEnd() ? period.getEndElement() : period.getStartElement()
                : dose.getEffective();
        if (release == null
                || !(release.getValue() instanceof BaseDateTimeType end)
                || !(given instanceof BaseDateTimeType start)
                || !start.hasValue()
                || !end.hasValue()) {
            return Optional.empty();
        }
        Duration watched = Duration.between(
                Moment.of(start, zone).first(), Moment.of(end, zone).last());
        return Optional.of(watched).filter(time -> time.toMinutes() < rule.whole("minutes"));
    }

    private Task task(MedicationAdministration dose, String key, Instant now) {
        Task task = new Task();
        task.getMeta().addProfile(Ours.definition("trd-task"));
        task.addIdentifier(new Identifier().setSystem(REVIEW).setValue(key));
        task.setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER).setPriority(TaskPriority.URGENT);
        task.setCode(new CodeableConcept(new Coding(Ours.TRD, "safety-review", null)));
        task.setDescription(rule.text("text"));
        task.setFocus(new Reference(key));
        task.setFor(dose.getSubject().copy());
        task.setAuthoredOn(Date.from(now));
        task.getRestriction()
                .setPeriod(new Period().setEnd(Date.from(now.plus(Duration.ofHours(rule.whole("reviewDueHours"))))));
        return task;
    }
}
