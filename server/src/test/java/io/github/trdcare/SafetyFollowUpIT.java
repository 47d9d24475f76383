package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.safety.rest.AlertReminders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of alerts after they were raised, what a dose of esketamine waits for, and what is asked before a write. */
@ServerTest
class SafetyFollowUpIT {
    private static final String TRD = "https://trd-care.github.io/fhir/CodeSystem/trd-codes";
    private static final String TMS = "https://trd-care.github.io/fhir/CodeSystem/tms-codes";
    private static final String DEFINITION = "https://trd-care.github.io/fhir/StructureDefinition/";

    @LocalServerPort
    private int port;

    private FhirHttp http;
    private String patient;
    private Instant now;

    @BeforeEach
    void admit() {
        http = new FhirHttp(port);
        Patient person = new Patient();
        person.addName().setFamily("Followed");
        patient = "Patient/" + http.post("Patient", person).as(Patient.class).getIdPart();
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void aClosedFlagStaysClosedForWhatWasKnownAndANewFactRaisesAnother() {
        create(screenOfImplants(now));
        Flag flag = flags().get(0);
        flag.setStatus(FlagStatus.INACTIVE);
        assertThat(http.put("Flag/" + flag.getIdPart(), flag).status()).isEqualTo(200);

        create(screenOfImplants(now));
        assertThat(flags()).as("the same fact, known when the Flag was closed").hasSize(1);
        create("""
                {"resourceType":"Device","patient":{"reference":"%s"},"type":{"text":"Pacemaker"}}""".formatted(patient));
        assertThat(flags())
                .extracting(Flag::getStatus)
                .containsExactlyInAnyOrder(FlagStatus.INACTIVE, FlagStatus.ACTIVE);
    }

    @Test
    void askingWhetherASessionMayBeginStoresNothing() {
        create(screenOfImplants(now));
        String course = procedure("tms-course", "in-progress", "");
        for (String body : List.of(
                course,
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":" + course
                        + "}]}")) {
            Answer asked = http.post("Procedure/$validate", body);
            assertThat(asked.status()).as(asked.text()).isEqualTo(200);
            assertThat(asked.text()).contains("contraindicated", "Procedure.status", "safety-override");
        }
        assertThat(http.post("Procedure/$validate", procedure("tms-course", "preparation", ""))
                        .text())
                .doesNotContain("contraindicated");
        assertThat(http.get("Procedure?_summary=count&subject=" + patient)
                        .bundle()
                        .getTotal())
                .isZero();
        assertThat(http.post("MedicationAdministration/$validate", dose("in-progress", now, released(now, 90)))
                        .text())
                .contains("early-release", "releaseReason");
    }

    @Test
    void aWithdrawnTriggerIsNotedAndAWithdrawnSeizureIsReviewed() {
        String answer = create(screener(now, "93250-9"));
        update(answer, screener(now, "93250-9").replace("\"completed\"", "\"entered-in-error\""));
        assertThat(tasks())
                .singleElement()
                .satisfies(task ->
                        assertThat(notes(task)).singleElement().asString().contains("withdrawn", answer));

        create(procedure("tms-course", "in-progress", ""));
        String seizure = """
                {"resourceType":"AdverseEvent","actuality":"actual","subject":{"reference":"%s"},"date":"%s",%s
                 "event":{"coding":[{"system":"%s","code":"seizure"}]}}""";
        String event = create(seizure.formatted(patient, now, "", TRD));
        update(event, seizure.formatted(patient, now, """
                "modifierExtension":[{"url":"%srecord-status","valueCodeableConcept":{"coding":[{"system":"%s","code":"withdrawn"}]}}],""".formatted(DEFINITION, TRD), TRD));
        assertThat(tasks().stream().filter(task -> code(task).equals("safety-review")))
                .singleElement()
                .satisfies(task -> assertThat(task.getFocus().getReference()).isEqualTo(event));
        assertThat(http.get("Procedure?subject=" + patient).text()).contains("\"on-hold\"");
        assertThat(flags())
                .filteredOn(flag -> flag.getStatus() == FlagStatus.INACTIVE)
                .isEmpty();
    }

    @Test
    void aLowerLevelIsNotedOnTheOpenAlertAndAHigherOneEscalatesOnce() {
        create(screener(now.minusSeconds(7200), "93248-3"));
        create(screener(now.minusSeconds(3600), "none"));
        assertThat(tasks())
                .singleElement()
                .satisfies(task ->
                        assertThat(notes(task)).singleElement().asString().contains("no risk"));
        assertThat(flags()).extracting(Flag::getStatus).containsExactly(FlagStatus.ACTIVE);
        String higher = create(screener(now, "93250-9"));
        update(higher, screener(now, "93250-9").replace("\"completed\"", "\"amended\""));
        assertThat(flags())
                .extracting(flag -> flag.getCode().getCodingFirstRep().getCode())
                .containsExactlyInAnyOrder("cssrs-moderate", "cssrs-high");
    }

    @Test
    void aDoseWaitsForADecisionWhileTheBloodPressureIsHigh() {
        create(pressure(now.minusSeconds(600), 162, 98));
        Answer refused = http.post("MedicationAdministration", dose("in-progress", now, ""));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.outcome())
                .contains(
                        "blood pressure before the dose is above",
                        "safety-override",
                        "MedicationAdministration.status");
    }

    @Test
    void aSignedDecisionLetsTheDoseBeginAndOneAlreadyGivenRaisesAnAlert() {
        create(pressure(now.minusSeconds(600), 162, 98));
        create(dose("in-progress", now, """
                {"url":"%ssafety-override","extension":[
                 {"url":"author","valueReference":{"reference":"PractitionerRole/marta-psychiatrist-role"}},
                 {"url":"reason","valueString":"Pressure known and falling"},
                 {"url":"recorded","valueDateTime":"%s"}]}""".formatted(DEFINITION, now)));
        assertThat(tasks()).isEmpty();
        create(dose("completed", now, ""));
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void whatWasNotObservedAfterADoseIsOverdueInThePlan() {
        String plan = create("""
                {"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"%s"},
                 "period":{"start":"2026-01-01"}}""".formatted(patient));
        Instant given = now.minus(1, ChronoUnit.DAYS);
        create(dose("completed", given, ""));
        Answer progress = http.get(plan + "/$progress");
        assertThat(progress.status()).as(progress.text()).isEqualTo(200);
        assertThat(progress.text())
                .contains("Blood pressure before the dose", "Observation of sedation", "a clinician's assessment");
    }

    @Test
    void anAlertThatNobodyAcceptsIsSaidAgainOnce(@Autowired AlertReminders reminders) {
        create(screener(now.minusSeconds(7200), "93250-9"));
        reminders.remind();
        reminders.remind();
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(notes(task)).containsExactly("Not accepted when it was due");
            assertThat(task.getMeta().getVersionId()).isEqualTo("2");
            assertThat(task.getStatus().toCode()).isEqualTo("requested");
        });
        Task task = tasks().get(0);
        task.getNoteFirstRep().setTime(Date.from(now.minusSeconds(3600)));
        http.put("Task/" + task.getIdPart(), task);
        reminders.remind();
        assertThat(notes(tasks().get(0))).as("an interval later").hasSize(2);
    }

    @Test
    void theDrugsToMindAreToldWithTheTrials() {
        create(drug("vortioxetine", "2026-01-01", "2026-02-01"));
        create(drug("phenelzine", "2026-02-18", "2026-05-01"));
        Answer resistance = http.get(patient + "/$treatment-resistance?asOf=2026-06-01");
        assertThat(resistance.status()).as(resistance.text()).isEqualTo(200);
        assertThat(resistance.text()).contains("maoi-washout", "Fewer than 21 days");
        create(drug("bupropion", "2026-05-01", "2026-12-31"));
        assertThat(http.get(patient + "/$tms-eligibility?asOf=2026-06-01").text())
                .contains("seizure-threshold-drug");
    }

    private String drug(String name, String from, String to) {
        return """
                {"resourceType":"MedicationStatement","status":"completed","subject":{"reference":"%s"},
                 "medicationCodeableConcept":{"text":"%s"},"effectivePeriod":{"start":"%s","end":"%s"}}""".formatted(patient, name, from, to);
    }

    private String screener(Instant authored, String yes) {
        StringBuilder items = new StringBuilder();
        for (String question : List.of("93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3")) {
            items.append(items.isEmpty() ? "" : ",").append("""
                    {"linkId":"%s","answer":[{"valueBoolean":%s}]}""".formatted(question, question.equals(yes)));
        }
        return """
                {"resourceType":"QuestionnaireResponse","status":"completed","subject":{"reference":"%s"},"authored":"%s",
                 "item":[%s]}""".formatted(patient, authored, items);
    }

    private String screenOfImplants(Instant authored) {
        return """
                {"resourceType":"QuestionnaireResponse","status":"completed","subject":{"reference":"%s"},"authored":"%s",
                 "questionnaire":"https://trd-care.github.io/fhir/Questionnaire/tms-safety-screen",
                 "item":[{"linkId":"electronic-implant","answer":[{"valueBoolean":true}]}]}""".formatted(patient, authored);
    }

    private String procedure(String code, String status, String extension) {
        return """
                {"resourceType":"Procedure","status":"%s",%s"code":{"coding":[{"system":"%s","code":"%s"}]},
                 "subject":{"reference":"%s"},"performedPeriod":{"start":"%s"}}""".formatted(status, extension, TMS, code, patient, now);
    }

    private String dose(String status, Instant given, String extension) {
        String extensions = extension.isEmpty() ? "" : "\"extension\":[" + extension + "],";
        return """
                {"resourceType":"MedicationAdministration","status":"%s","subject":{"reference":"%s"},%s
                 "medicationCodeableConcept":{"coding":[{"system":"%s","code":"esketamine-nasal"}]},
                 "effectiveDateTime":"%s"}""".formatted(status, patient, extensions, TRD, given);
    }

    private static String released(Instant given, int minutes) {
        return """
                {"url":"%sketamine-observation","extension":[{"url":"start","valueDateTime":"%s"},
                 {"url":"release","valueDateTime":"%s"}]}""".formatted(DEFINITION, given, given.plusSeconds(60L * minutes));
    }

    private String pressure(Instant taken, int systolic, int diastolic) {
        String part = """
                {"code":{"coding":[{"system":"http://loinc.org","code":"%s"}]},
                 "valueQuantity":{"value":%d,"unit":"mmHg","system":"http://unitsofmeasure.org","code":"mm[Hg]"}}""";
        return """
                {"resourceType":"Observation","status":"final","subject":{"reference":"%s"},"effectiveDateTime":"%s",
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
                 "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"component":[%s,%s]}""".formatted(patient, taken, part.formatted("8480-6", systolic), part.formatted("8462-4", diastolic));
    }

    /** Type and id of what was created. */
    private String create(String body) {
        String type = body.replaceAll("(?s).*?\"resourceType\":\"(\\w+)\".*", "$1");
        Answer answer = http.post(type, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location").replaceAll(".*/(" + type + "/[^/]+)/_history/.*", "$1");
    }

    private void update(String place, String body) {
        String id = place.substring(place.indexOf('/') + 1);
        Answer answer = http.send(
                "PUT",
                place,
                body.replaceFirst("\\{", "{\"id\":\"" + id + "\",").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/fhir+json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static List<String> notes(Task task) {
        return task.getNote().stream().map(Annotation::getText).toList();
    }

    private static String code(Task task) {
        return task.getCode().getCodingFirstRep().getCode();
    }

    private List<Flag> flags() {
        return found("Flag?patient=" + patient, Flag.class);
    }

    private List<Task> tasks() {
        return found("Task?patient=" + patient, Task.class);
    }

    private <T extends Resource> List<T> found(String query, Class<T> type) {
        return http.get(query + "&_count=100").bundle().getEntry().stream()
                .map(entry -> type.cast(entry.getResource()))
                .toList();
    }
}
