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
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/** After a dose of (es)ketamine the patient stays a while; who goes earlier goes for a reason, and somebody asks after them. */
public final class EarlyRelease {
    private final ObservedDoses doses;

    public EarlyRelease(Knowledge knowledge) {
        this.doses = new ObservedDoses(knowledge);
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
                        "release after " + rule(dose).whole("minutes") + " minutes, or a releaseReason"))
                : List.of();
    }

    /** The Task after an early release; nothing where the chart has it. */
    public Optional<Task> review(MedicationAdministration dose, Chart chart, Instant now) {
        String key = References.to(dose);
        return early(dose, chart.zone())
                .filter(minutes -> !ReviewTask.isKnown(key, chart))
                .map(minutes -> task(dose, key, now));
    }

    private Row rule(MedicationAdministration dose) {
        return doses.rule(dose).orElseThrow();
    }

    /** How long after the dose the patient was released, when that was too early. */
    private Optional<Duration> early(MedicationAdministration dose, ZoneId zone) {
        Extension watch = dose.getExtensionByUrl(Ours.definition("ketamine-observation"));
        if (watch == null || doses.rule(dose).isEmpty()) {
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
        return Optional.of(watched).filter(time -> time.toMinutes() < rule(dose).whole("minutes"));
    }

    private Task task(MedicationAdministration dose, String key, Instant now) {
        Row rule = rule(dose);
        return ReviewTask.of(key, key, dose.getSubject(), rule.text("text"), rule.whole("reviewDueHours"), now);
    }
}
