package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import io.github.trdcare.safety.Contraindications.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Writes what the server puts on record itself: Flags, and the Tasks that ask a clinician to look. */
public final class SafetyRecords {
    public static final String ALERT = Ours.BASE + "/sid/safety-alert";
    private static final String CONTRAINDICATION = Ours.BASE + "/sid/contraindication";
    private static final String DETAIL = "http://hl7.org/fhir/StructureDefinition/flag-detail";

    private final Row alerts;
    private final Duration late;

    public SafetyRecords(Knowledge knowledge) {
        Row document = knowledge
                .document("safety.yaml")
                .only("alerts", "arrival", "cssrs", "holds", "observation", "bloodPressure", "followUp", "reminders");
        this.alerts = document.row("alerts");
        this.late = Duration.ofDays(document.row("arrival").row("late").whole("afterDays"));
    }

    /** Flag and Task of an alert, the Task pointing at {@code Flag/flagId}; nothing where the chart knows it already. */
    public List<Resource> of(Alert alert, Chart chart, Instant now, String flagId) {
        if (known(alert, chart)) {
            return List.of();
        }
        Row row = alerts.row(alert.code());
        boolean old = alert.when().last().plus(late).isBefore(now);
        List<Resource> records = new ArrayList<>(List.of(flag(alert, old)));
        if (!old) {
            records.add(task(alert, row, now, flagId));
        }
        return records;
    }

    /**
     * The Flag of a contraindication; nothing where one of its kind stands, the same fact has had one, or a clinician
     * closed one when the fact was on record already.
     */
    public Optional<Flag> of(Found found, Chart chart, Instant now) {
        boolean known = chart.all(Flag.class).stream()
                .filter(flag -> Coded.isOurs(flag.getCode(), Ours.TRD, found.code()))
                .anyMatch(flag -> treats(flag, found.treatment())
                                && (flag.getStatus() == FlagStatus.ACTIVE || ClosedFlags.cover(flag, found, now))
                        || details(flag).contains(found.fact()));
        if (known) {
            return Optional.empty();
        }
        Flag flag = flag(found.code(), found.subject(), Optional.of(found.fact()), FlagStatus.ACTIVE);
        flag.getCode().setText(found.title());
        flag.addIdentifier(new Identifier().setSystem(CONTRAINDICATION).setValue(found.fact() + "|" + found.code()));
        flag.addExtension(coded("contraindication-tier", found.tier()));
        flag.addExtension(coded("contraindication-treatment", found.treatment()));
        flag.setPeriod(new Period()
                .setStartElement(new DateTimeType(
                        Date.from(found.since().map(since -> since.first()).orElse(now)))));
        return Optional.of(flag);
    }

    private Flag flag(Alert alert, boolean old) {
        Flag flag = flag(alert.code(), alert.subject(), alert.trigger(), old ? FlagStatus.INACTIVE : FlagStatus.ACTIVE);
        flag.getCode().setText(alert.detail());
        flag.setIdentifier(identifiers(alert));
        flag.setPeriod(new Period().setStart(Date.from(alert.when().first())));
        return flag;
    }

    private static Task task(Alert alert, Row row, Instant now, String flagId) {
        Task task = new Task();
        task.getMeta().addProfile(Ours.definition("trd-task"));
        task.setIdentifier(identifiers(alert));
        task.setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        task.setPriority(TaskPriority.fromCode(row.text("priority")));
        task.setCode(concept("acknowledge-safety-alert"));
        task.setDescription(row.text("text"));
        task.setFocus(new Reference(flagId));
        task.setFor(new Reference(alert.subject()));
        task.setAuthoredOn(Date.from(now));
        task.getRestriction()
                .setPeriod(new Period()
                        .setEnd(Date.from(alert.when().first().plus(Duration.ofHours(row.whole("dueHours"))))));
        return task;
    }

    /** Once an occasion: again only when the level has risen. */
    private boolean known(Alert alert, Chart chart) {
        int rank = rank(alert.code());
        return chart.all(Flag.class).stream()
                .filter(flag -> flag.getIdentifier().stream()
                        .anyMatch(each ->
                                ALERT.equals(each.getSystem()) && alert.keys().contains(each.getValue())))
                .flatMap(flag -> Coded.in(flag.getCode(), Ours.TRD).stream())
                .anyMatch(code -> code.equals(alert.code()) || rank > 0 && rank(code) >= rank);
    }

    /** How grave a level of the screener is; 0 for what has no levels. */
    int rank(String code) {
        return alerts.optionalRow(code)
                .flatMap(row -> row.optionalWhole("rank"))
                .orElse(0);
    }

    private static List<Identifier> identifiers(Alert alert) {
        return alert.keys().stream()
                .map(key -> new Identifier().setSystem(ALERT).setValue(key))
                .toList();
    }

    private static Flag flag(String code, String subject, Optional<String> detail, FlagStatus status) {
        Flag flag = new Flag();
        flag.getMeta().addProfile(Ours.definition("trd-safety-flag"));
        detail.ifPresent(each -> flag.addExtension(new Extension(DETAIL, new Reference(each))));
        flag.setStatus(status);
        flag.addCategory(
                new CodeableConcept(new Coding("http://terminology.hl7.org/CodeSystem/flag-category", "safety", null)));
        flag.setCode(concept(code));
        flag.setSubject(new Reference(subject));
        return flag;
    }

    private static boolean treats(Flag flag, String treatment) {
        return Extensions.code(flag, "contraindication-treatment")
                .filter(treatment::equals)
                .isPresent();
    }

    static List<String> details(Flag flag) {
        return flag.getExtensionsByUrl(DETAIL).stream()
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> References.of((Reference) value))
                .toList();
    }

    private static Extension coded(String id, String code) {
        return new Extension(Ours.definition(id), concept(code));
    }

    private static CodeableConcept concept(String code) {
        return new CodeableConcept(new Coding(Ours.TRD, code, null));
    }
}
