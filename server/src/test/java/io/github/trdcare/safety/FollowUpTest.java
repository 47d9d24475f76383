package io.github.trdcare.safety;

import static io.github.trdcare.safety.SafetyText.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.chart.Moment;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.safety.Contraindications.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of alerts and Flags after they were raised. */
class FollowUpTest {
    private static final Knowledge KNOWLEDGE = Knowledge.shipped();
    private static final Moment ARRIVAL = Moment.at(NOW, ZoneOffset.UTC);
    private static final Reference PATIENT = new Reference("Patient/1");

    /** The Flag was closed at 11:00; a fact without a date is recorded as it arrives, at 12:00. */
    @ParameterizedTest
    @CsvSource({
        "inactive, tms, 2026-06-15T10:59:59Z, false",
        "inactive, tms, 2026-06-15T11:00:00Z, false",
        "inactive, tms, 2026-06-15T11:00:01Z, true",
        "inactive, tms, , true",
        "inactive, ect, 2026-06-15T10:00:00Z, true",
        "active, tms, 2026-06-15T11:30:00Z, false",
    })
    void aClosedFlagCoversWhatWasRecordedBeforeItWasClosed(
            String status, String treatment, Instant recorded, boolean raised) {
        Found found = new Found(
                "electronic-implant",
                "tms",
                "absolute",
                "x",
                "Patient/1",
                "QuestionnaireResponse/new",
                Optional.empty(),
                Optional.ofNullable(recorded).map(when -> Moment.at(when, ZoneOffset.UTC)));
        Flag flag =
                SafetyText.flag("f", "electronic-implant", status, "QuestionnaireResponse/old", NOW.minusSeconds(9999));
        flag.addExtension(SafetyText.OURS + "contraindication-treatment", concept(treatment));
        flag.getMeta().setLastUpdated(Date.from(Instant.parse("2026-06-15T11:00:00Z")));
        assertThat(new SafetyRecords(KNOWLEDGE)
                        .of(found, SafetyText.chart(NOW, flag), NOW)
                        .isPresent())
                .isEqualTo(raised);
    }

    /** Level of the open alert, yes-answers of the later screener, hours after the alert, status of its Task. */
    @ParameterizedTest
    @CsvSource({
        "cssrs-high, '', 1, requested, 1",
        "cssrs-high, 93246-7, 1, accepted, 1",
        "cssrs-high, 93248-3, 0, requested, 1",
        "cssrs-high, 93250-9, 1, requested, 0",
        "cssrs-low, 93248-3, 1, requested, 0",
        "cssrs-high, 93246-7, -1, requested, 0",
        "cssrs-high, 93246-7, 1, completed, 0",
        "phq9-item9, '', 1, requested, 0",
    })
    void aLaterScreenerThatSaysLessIsNotedOnTheOpenAlert(
            String level, String yes, int hours, String status, int noted) {
        Instant alerted = NOW.minus(Duration.ofHours(5));
        Flag flag = SafetyText.flag("f", level, "active", "QuestionnaireResponse/old", alerted);
        Task task = SafetyText.task("t", "f", status, "stat", NOW);
        QuestionnaireResponse later = SafetyText.screener("q", alerted.plus(Duration.ofHours(hours)), yes);
        LoweredLevels rule = new LoweredLevels(KNOWLEDGE);
        List<Task> tasks = rule.of(later, ARRIVAL, SafetyText.chart(NOW, flag, task), NOW);
        assertThat(tasks).hasSize(noted);
        if (noted > 0) {
            assertThat(rule.of(later, ARRIVAL, SafetyText.chart(NOW, flag, tasks.get(0)), NOW))
                    .as("noted once")
                    .isEmpty();
        }
    }

    @Test
    void aSingleAnswerOfNoIsNoScreenerThatSaysLess() {
        Resource one = SafetyText.read("{'resourceType':'QuestionnaireResponse','id':'q','status':'completed','item':["
                + "{'linkId':'93246-7','answer':[{'valueBoolean':false}]}]}");
        assertThat(new LoweredLevels(KNOWLEDGE).concerns(one)).isFalse();
    }

    /** Status of the alert's Task: while it is open it gets the note, afterwards somebody reviews. */
    @ParameterizedTest
    @CsvSource({"requested, note", "in-progress, note", "completed, review", "rejected, review"})
    void aWithdrawnTriggerIsNotedOrReviewedOnce(String status, String follows) {
        QuestionnaireResponse before = SafetyText.screener("q", NOW, "93250-9");
        QuestionnaireResponse after = before.copy();
        after.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR);
        assertThat(Withdrawals.isOne(after, before)).isTrue();
        assertThat(Withdrawals.isOne(after, after)).isFalse();
        assertThat(Withdrawals.isOne(before, null)).isFalse();

        Flag flag = SafetyText.flag("f", "cssrs-high", "active", "QuestionnaireResponse/q", NOW);
        Task task = SafetyText.task("t", "f", status, "stat", NOW);
        Withdrawals rule = new Withdrawals(KNOWLEDGE);
        List<Task> tasks = rule.of(after, before, PATIENT, SafetyText.chart(NOW, flag, task), NOW);
        assertThat(tasks).singleElement().satisfies(each -> {
            assertThat(each.hasNote()).isEqualTo(follows.equals("note"));
            assertThat(each.getCode().getCodingFirstRep().getCode())
                    .isEqualTo(follows.equals("note") ? "acknowledge-safety-alert" : "safety-review");
        });
        Task known = tasks.get(0);
        known.setId(known.hasId() ? known.getId() : "Task/new");
        Resource[] later =
                known.getIdPart().equals("t") ? new Resource[] {flag, known} : new Resource[] {flag, task, known};
        assertThat(rule.of(after, before, PATIENT, SafetyText.chart(NOW, later), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"seizure, 1", "mania-switch, 1", "headache, 0"})
    void theHoldOfAWithdrawnEventIsReviewed(String code, int reviews) {
        AdverseEvent before = (AdverseEvent) SafetyText.read(
                "{'resourceType':'AdverseEvent','id':'e','subject':{'reference':'Patient/1'},'event':{'coding':[{'system':'"
                        + SafetyText.TRD + "','code':'" + code + "'}]}}");
        AdverseEvent after = before.copy();
        after.addModifierExtension().setUrl(SafetyText.OURS + "record-status").setValue(concept("withdrawn"));
        assertThat(Withdrawals.isOne(after, before)).isTrue();
        assertThat(new Withdrawals(KNOWLEDGE).of(after, before, PATIENT, SafetyText.chart(NOW), NOW))
                .hasSize(reviews);
    }

    /** Due at 12:00, asked minutes later; the last reminder, minutes before that. */
    @ParameterizedTest
    @CsvSource({
        "requested, stat, 0, , 0",
        "requested, stat, 1, , 1",
        "received, urgent, 1, , 1",
        "accepted, stat, 1, , 0",
        "completed, stat, 1, , 0",
        "requested, stat, 90, 59, 0",
        "requested, stat, 90, 60, 1",
        "requested, urgent, 1500, 1439, 0",
        "requested, urgent, 1500, 1440, 1",
        "requested, routine, 1500, 1439, 0",
    })
    void anAlertThatNobodyAcceptsIsSaidAgainOnceAnInterval(
            String status, String priority, int minutes, Integer last, int said) {
        Instant now = NOW.plus(Duration.ofMinutes(minutes));
        Task task = SafetyText.task("t", "f", status, priority, NOW);
        task.addNote().setText("Somebody called").setTime(Date.from(now));
        if (last != null) {
            task.addNote()
                    .setText("Not accepted when it was due")
                    .setTime(Date.from(now.minus(Duration.ofMinutes(last))));
        }
        OverdueAlerts rule = new OverdueAlerts(KNOWLEDGE);
        List<Task> again = rule.of(List.of(task), now);
        assertThat(again).hasSize(said);
        assertThat(rule.of(again, now)).as("once").isEmpty();
    }

    private static org.hl7.fhir.r4.model.CodeableConcept concept(String code) {
        return new org.hl7.fhir.r4.model.CodeableConcept(new org.hl7.fhir.r4.model.Coding(SafetyText.TRD, code, null));
    }
}
