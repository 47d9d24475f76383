package io.github.trdcare.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.knowledge.Knowledge;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of safety at, below and above each of their limits. */
class SafetyRulesTest {
    private static final Knowledge KNOWLEDGE = Knowledge.shipped();
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final String TRD = "https://trd-care.github.io/fhir/CodeSystem/trd-codes";
    private static final String TMS = "https://trd-care.github.io/fhir/CodeSystem/tms-codes";
    private static final String OURS = "https://trd-care.github.io/fhir/StructureDefinition/";

    /** C-SSRS triage: answers to questions 1 to 5, behaviour ever, behaviour in three months; - is not asked. */
    @ParameterizedTest
    @CsvSource({
        "no no - - - no -, none",
        "yes no - - - no -, cssrs-low",
        "no yes no no no no -, cssrs-low",
        "no yes yes no no no -, cssrs-moderate",
        "no no - - - yes no, cssrs-moderate",
        "no yes no yes no no -, cssrs-high",
        "no yes no no yes no -, cssrs-high",
        "no no - - - yes yes, cssrs-high",
        // behaviour whose time was not asked counts as recent
        "no no - - - yes -, cssrs-high",
        // the highest wins
        "yes yes yes yes yes yes yes, cssrs-high",
    })
    void theScreenerHasTheLevelOfItsHighestAnswer(String answers, String level) {
        String[] codes = {"93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3", "93269-9"};
        StringBuilder items = new StringBuilder();
        String[] given = answers.split(" ");
        for (int i = 0; i < codes.length; i++) {
            if (!given[i].equals("-")) {
                items.append(items.isEmpty() ? "" : ",")
                        .append("{'linkId':'/" + codes[i] + "','answer':[{'valueBoolean':" + given[i].equals("yes")
                                + "}]}");
            }
        }
        Resource response =
                read("{'resourceType':'QuestionnaireResponse','status':'in-progress','item':[" + items + "]}");
        assertThat(new SuicideScreen(KNOWLEDGE).level(response).orElse("none")).isEqualTo(level);
    }

    /** MADRS 10 from 2 †, HAM-D 3, QIDS 12 and PHQ-9 9 from 1; by linkId, whatever the response's status. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "3, true"})
    void itemNineAlarmsFromOnePointOn(int points, boolean alarms) {
        Resource response =
                read("{'resourceType':'QuestionnaireResponse','status':'stopped','subject':{'reference':'Patient/1'},"
                        + "'authored':'2026-06-15','item':[{'linkId':'44260-8','answer':[{'valueInteger':" + points
                        + "}]}]}");
        assertThat(new SuicideAlerts(KNOWLEDGE).of(response, Moment.at(NOW, ZoneOffset.UTC), ZoneOffset.UTC))
                .hasSize(alarms ? 1 : 0);
    }

    /** An alert older than 14 days † at its arrival is kept, and nobody is sent for. */
    @ParameterizedTest
    @CsvSource({"13, active, 2", "14, active, 2", "15, inactive, 1"})
    void anAlertIsOldAfterFourteenDays(int days, String status, int records) {
        List<Resource> written = records(alert("phq9-item9", NOW.minus(days, ChronoUnit.DAYS)), List.of());
        assertThat(written).hasSize(records);
        assertThat(((Flag) written.get(0)).getStatus().toCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "phq9-item9, urgent, 24",
        "scale-safety-item, urgent, 24",
        "cssrs-low, urgent, 24",
        "cssrs-moderate, urgent, 24",
        "cssrs-high, stat, 1",
        "contraindication-found, urgent, 24",
        "adverse-event-serious, stat, 1",
    })
    void theTaskIsDueAsItsAlertAsks(String code, String priority, int hours) {
        Task task = (Task) records(alert(code, NOW), List.of()).get(1);
        assertThat(task.getPriority().toCode()).isEqualTo(priority);
        assertThat(task.getRestriction().getPeriod().getEnd().toInstant()).isEqualTo(NOW.plus(hours, ChronoUnit.HOURS));
    }

    /** Once an occasion: again when the level has risen, not when it has fallen. */
    @ParameterizedTest
    @CsvSource({
        "phq9-item9, phq9-item9, 0",
        "cssrs-low, cssrs-low, 0",
        "cssrs-low, cssrs-high, 2",
        "cssrs-high, cssrs-low, 0",
        "phq9-item9, cssrs-low, 2",
    })
    void oneOccasionRaisesOneAlertAndAHigherLevelAnother(String known, String found, int records) {
        Flag flag = (Flag) records(alert(known, NOW), List.of()).get(0);
        flag.setId("Flag/1");
        assertThat(records(alert(found, NOW), List.of(flag))).hasSize(records);
    }

    @ParameterizedTest
    @CsvSource({
        "metal-in-head, absolute, tms",
        "electronic-implant, absolute, tms",
        "seizure, relative, tms",
        "brain-lesion, relative, tms",
        "pregnancy, relative, tms",
        "mania-or-psychosis, relative, tms",
        "hearing, relative, tms",
    })
    void anAnswerOfYesToTheScreenIsAContraindicationAndOneOfNoIsNone(String item, String tier, String treatment) {
        assertThat(contraindications(screen(item, true))).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(item);
            assertThat(found.tier()).isEqualTo(tier);
            assertThat(found.treatment()).isEqualTo(treatment);
        });
        assertThat(contraindications(screen(item, false))).isEmpty();
        assertThat(contraindications(screen(item, true).replace("tms-safety-screen", "another")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"resourceType\":\"Device\",\"id\":\"1\",\"patient\":{\"reference\":\"Patient/1\"},\"type\":{\"text\":\"Dual-chamber PACEMAKER\"}}', electronic-implant",
        "'{\"resourceType\":\"Condition\",\"id\":\"1\",\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"13746004\"}]}}', mania-or-psychosis",
        "'{\"resourceType\":\"Device\",\"id\":\"1\",\"patient\":{\"reference\":\"Patient/1\"},\"type\":{\"text\":\"Hearing aid\"}}', none",
        "'{\"resourceType\":\"Device\",\"id\":\"1\",\"type\":{\"text\":\"Pacemaker\"}}', none",
    })
    void otherFactsSpeakToo(String resource, String code) {
        assertThat(contraindications(resource).stream()
                        .map(Contraindications.Found::code)
                        .findFirst()
                        .orElse("none"))
                .isEqualTo(code);
    }

    /** Status of the session or course, status before, tier of the Flag, its treatment, its status. */
    @ParameterizedTest
    @CsvSource({
        "tms-session, preparation, none, absolute, tms, active, closed",
        "tms-session, in-progress, none, absolute, tms, active, closed",
        "tms-session, in-progress, in-progress, absolute, tms, active, closed",
        "tms-session, completed, none, absolute, tms, active, open",
        "tms-session, not-done, none, absolute, tms, active, open",
        "tms-session, in-progress, none, relative, tms, active, open",
        "tms-session, in-progress, none, absolute, ect, active, open",
        "tms-session, in-progress, none, absolute, tms, inactive, open",
        "tms-course, in-progress, none, absolute, tms, active, closed",
        "tms-course, in-progress, preparation, absolute, tms, active, closed",
        "tms-course, in-progress, in-progress, absolute, tms, active, open",
        "tms-course, preparation, none, absolute, tms, active, open",
    })
    void theGateClosesBeforeWhatBegins(
            String code, String status, String before, String tier, String treatment, String flag, String gate) {
        String part = code.equals("tms-session") ? "'partOf':[{'reference':'Procedure/course'}]," : "";
        Procedure procedure = procedure("p", code, status, part);
        Procedure old = before.equals("none") ? null : procedure("p", code, before, part);
        TreatmentGate rule = new TreatmentGate(KNOWLEDGE);
        boolean closed = rule.mayBegin(procedure, old)
                && !rule.decide(procedure, chart(procedure, flag(tier, treatment, flag)), NOW)
                        .isEmpty();
        assertThat(closed ? "closed" : "open").isEqualTo(gate);
    }

    /** The session is on 15 June: an override that ends the day before no longer counts, nor one of another Flag. */
    @ParameterizedTest
    @CsvSource({"f, 2026-06-14, true", "f, 2026-06-15, false", "f, 2026-06-16, false", "other, 2026-06-16, true"})
    void aSignedOverrideOpensTheGateWhileItLasts(String flag, String until, boolean closed) {
        Procedure session = procedure(
                "p",
                "tms-session",
                "in-progress",
                "'partOf':[{'reference':'Procedure/course'}],'extension':[{'url':'" + OURS
                        + "safety-override','extension':["
                        + "{'url':'flag','valueReference':{'reference':'Flag/" + flag + "'}},"
                        + "{'url':'author','valueReference':{'reference':'Practitioner/1'}},"
                        + "{'url':'reason','valueString':'x'},{'url':'until','valueDateTime':'" + until + "'}]}],");
        List<?> refusals =
                new TreatmentGate(KNOWLEDGE).decide(session, chart(session, flag("absolute", "tms", "active")), NOW);
        assertThat(refusals.isEmpty()).isEqualTo(!closed);
    }

    /** Two hours after the dose of esketamine. */
    @ParameterizedTest
    @CsvSource({"esketamine-nasal, 119, 1", "esketamine-nasal, 120, 0", "esketamine-nasal, 121, 0", "ketamine-iv, 60, 0"
    })
    void aReleaseBeforeTwoHoursNeedsAReason(String drug, int minutes, int refusals) {
        MedicationAdministration dose = (MedicationAdministration) read(
                "{'resourceType':'MedicationAdministration','id':'d','status':'completed','subject':{'reference':'Patient/1'},"
                        + "'extension':[{'url':'" + OURS
                        + "ketamine-observation','extension':[{'url':'start','valueDateTime':'"
                        + NOW + "'},{'url':'release','valueDateTime':'" + NOW.plus(minutes, ChronoUnit.MINUTES)
                        + "'}]}],"
                        + "'medicationCodeableConcept':{'coding':[{'system':'" + TRD + "','code':'" + drug
                        + "'}]},'effectiveDateTime':'" + NOW + "'}");
        EarlyRelease rule = new EarlyRelease(KNOWLEDGE);
        assertThat(rule.check(dose, ZoneOffset.UTC)).hasSize(refusals);
        assertThat(rule.review(dose, chart(dose), NOW).isPresent()).isEqualTo(refusals > 0);
    }

    @Test
    void aSeizureHoldsItsCourseOnceAndAHeadacheHoldsNone() {
        Procedure course = procedure("course", "tms-course", "in-progress", "");
        Procedure session = procedure("s", "tms-session", "stopped", "'partOf':[{'reference':'Procedure/course'}],");
        EventHolds rule = new EventHolds(KNOWLEDGE);
        Moment arrival = Moment.at(NOW, ZoneOffset.UTC);

        List<Procedure> held = rule.held(event("seizure"), arrival, chart(course, session));
        assertThat(held)
                .singleElement()
                .satisfies(each -> assertThat(each.getStatus().toCode()).isEqualTo("on-hold"));
        held.get(0).setStatus(Procedure.ProcedureStatus.INPROGRESS);
        assertThat(rule.held(event("seizure"), arrival, chart(held.get(0), session)))
                .isEmpty();
        assertThat(rule.held(event("headache"), arrival, chart(course, session)))
                .isEmpty();
        assertThat(rule.alert(event("headache"), arrival, chart(course))).isEmpty();
    }

    private static AdverseEvent event(String code) {
        return (AdverseEvent) read("{'resourceType':'AdverseEvent','id':'e','actuality':'actual','date':'" + NOW
                + "','subject':{'reference':'Patient/1'},'event':{'coding':[{'system':'" + TRD + "','code':'" + code
                + "'}]},'suspectEntity':[{'instance':{'reference':'Procedure/s'}}]}");
    }

    private static Procedure procedure(String id, String code, String status, String more) {
        return (Procedure) read("{'resourceType':'Procedure','id':'" + id + "','status':'" + status + "'," + more
                + "'code':{'coding':[{'system':'" + TMS + "','code':'" + code
                + "'}]},'subject':{'reference':'Patient/1'},'performedPeriod':{'start':'2026-06-15T09:00:00Z'}}");
    }

    private static Flag flag(String tier, String treatment, String status) {
        return (Flag) read("{'resourceType':'Flag','id':'f','status':'" + status + "','extension':[{'url':'" + OURS
                + "contraindication-tier','valueCodeableConcept':{'coding':[{'system':'" + TRD + "','code':'" + tier
                + "'}]}},{'url':'" + OURS + "contraindication-treatment','valueCodeableConcept':{'coding':[{'system':'"
                + TRD + "','code':'" + treatment
                + "'}]}}],'code':{'text':'x'},'subject':{'reference':'Patient/1'},'period':{'start':'2026-01-01'}}");
    }

    private static String screen(String item, boolean answer) {
        return "{'resourceType':'QuestionnaireResponse','id':'q','status':'completed','authored':'2026-06-15',"
                + "'questionnaire':'https://trd-care.github.io/fhir/Questionnaire/tms-safety-screen|0.1.0',"
                + "'subject':{'reference':'Patient/1'},'item':[{'linkId':'" + item + "','answer':[{'valueBoolean':"
                + answer
                + "}]}]}";
    }

    private static List<Contraindications.Found> contraindications(String json) {
        return new Contraindications(KNOWLEDGE).of(read(json), chart());
    }

    private static List<Resource> records(Alert alert, List<Resource> known) {
        return new SafetyRecords(KNOWLEDGE).of(alert, chart(known.toArray(Resource[]::new)), NOW, "Flag/new");
    }

    private static Alert alert(String code, Instant when) {
        return new Alert(
                code,
                "found",
                "Patient/1",
                Moment.at(when, ZoneOffset.UTC),
                List.of("QuestionnaireResponse/1"),
                Optional.of("QuestionnaireResponse/1"));
    }

    private static Chart chart(Resource... resources) {
        return Chart.of(List.of(resources), NOW, ZoneOffset.UTC);
    }

    private static DomainResource read(String json) {
        return (DomainResource) FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"'));
    }
}
