package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a record sets off, and what it may not set going, by HTTP alone. */
@ServerTest
@Tag("storage")
class SafetyIT {
    private static final String TRD = "https://trd-care.github.io/fhir/CodeSystem/trd-codes";
    private static final String TMS = "https://trd-care.github.io/fhir/CodeSystem/tms-codes";
    private static final String DEFINITION = "https://trd-care.github.io/fhir/StructureDefinition/";

    @LocalServerPort
    private int port;

    private FhirHttp http;
    private String patient;

    private String now;

    @BeforeEach
    void admit() {
        http = new FhirHttp(port);
        Patient person = new Patient();
        person.addName().setFamily("Safety");
        patient = "Patient/" + http.post("Patient", person).as(Patient.class).getIdPart();
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Test
    void anAnswerToItemNineRaisesOneAlertForTheResponseItsItemAndItsTotal() {
        String response = "QuestionnaireResponse/" + UUID.randomUUID();
        put(response, item9(2));
        put(response, item9(2).replace("completed", "amended"));
        create(observation("44260-8", "\"valueInteger\":2", response));
        create(observation("44261-6", "\"valueInteger\":17", response)
                .replace("\"valueInteger\":17", "\"valueInteger\":17,\"component\":[" + part("44260-8") + "]"));

        assertThat(flags()).hasSize(1).first().satisfies(flag -> {
            assertThat(flag.getCode().getCodingFirstRep().getCode()).isEqualTo("phq9-item9");
            assertThat(flag.getIdentifierFirstRep().getValue()).isEqualTo(response);
        });
        assertThat(tasks()).hasSize(1).first().satisfies(task -> {
            assertThat(task.getStatus().toCode()).isEqualTo("requested");
            assertThat(task.getPriority().toCode()).isEqualTo("urgent");
            assertThat(task.getFocus().getReference()).startsWith("Flag/");
            assertThat(Duration.between(
                            Instant.parse(now),
                            task.getRestriction().getPeriod().getEnd().toInstant()))
                    .isEqualTo(Duration.ofHours(24));
        });
        assertThat(total("Provenance?target=Flag/" + flags().get(0).getIdPart()))
                .isEqualTo(1);
    }

    @Test
    void nothingIsRaisedByAnAnswerOfZeroOrAMistake() {
        create(item9(0));
        create(item9(3).replace("completed", "entered-in-error"));
        assertThat(flags()).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void eightEqualPostsAtOnceRaiseOneAlert() throws Exception {
        String body = observation("44260-8", "\"valueInteger\":1", null);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> posts = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> http.post("Observation", body).status())
                    .toList();
            for (var answer : pool.invokeAll(posts)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(flags()).hasSize(1);
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void anAlertIsRaisedAlsoByARecordThatIsRefused() {
        Answer refused = http.post("QuestionnaireResponse", item9(3).replace("\"completed\"", "\"complete\""));
        assertThat(refused.status()).isBetween(400, 422);
        assertThat(flags()).hasSize(1);

        create(item9(3));
        assertThat(flags()).as("the corrected record raises nothing new").hasSize(1);
    }

    @Test
    void anOldAnswerIsFlaggedAndNobodyIsSentFor() {
        create(item9(1).replace(now, Instant.now().minus(15, ChronoUnit.DAYS).toString()));
        assertThat(flags()).hasSize(1);
        assertThat(flags().get(0).getStatus().toCode()).isEqualTo("inactive");
        assertThat(tasks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "93246-7, cssrs-low, urgent",
        "93248-3, cssrs-moderate, urgent",
        "93250-9, cssrs-high, stat",
        "93267-3, cssrs-high, stat",
    })
    void theScreenerRaisesItsLevel(String question, String level, String priority) {
        create(observation(question, yes(), null));
        assertThat(flags().get(0).getCode().getCodingFirstRep().getCode()).isEqualTo(level);
        assertThat(tasks().get(0).getPriority().toCode()).isEqualTo(priority);
    }

    @Test
    void aHigherLevelOfTheSameScreenerRaisesAnotherAlertAndALowerNone() {
        String response = "QuestionnaireResponse/" + UUID.randomUUID();
        put(response, screen("93246-7"));
        put(response, screen("93250-9"));
        put(response, screen("93246-7"));
        assertThat(flags())
                .extracting(flag -> flag.getCode().getCodingFirstRep().getCode())
                .containsExactlyInAnyOrder("cssrs-low", "cssrs-high");
    }

    @Test
    void aContraindicationClosesTheGateUntilAClinicianSignsAnOverride() {
        create(screenOfImplants());
        Flag flag = flags().get(0);
        assertThat(flag.getCode().getCodingFirstRep().getCode()).isEqualTo("electronic-implant");
        create(screenOfImplants());
        assertThat(flags()).as("one Flag, however often it is said").hasSize(1);

        Answer refused = http.post("Procedure", course("in-progress", ""));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.outcome()).contains("contraindication", "safety-override", "Procedure.status");

        String signed = create(course("in-progress", override("Flag/" + flag.getIdPart())));
        assertThat(total("Provenance?target=" + signed)).isEqualTo(1);
        assertThat(http.post("Procedure", session(signed, "in-progress")).status())
                .as("an override on the course opens the gate for its sessions")
                .isEqualTo(201);
    }

    @Test
    void aSessionAlreadyGivenIsKeptAndRaisesAnAlert() {
        String course = create(course("in-progress", ""));
        create(screenOfImplants());
        assertThat(flags())
                .extracting(flag -> flag.getCode().getCodingFirstRep().getCode())
                .as("found while the course is under way")
                .contains("electronic-implant", "contraindication-found");
        int before = tasks().size();
        create(session(course, "completed"));
        assertThat(tasks()).hasSize(before + 1);
        assertThat(http.post("Procedure", session(course, "preparation")).status())
                .isEqualTo(422);
    }

    @Test
    void aSeizurePutsTheCourseOnHold() {
        String course = create(course("in-progress", ""));
        String session = create(session(course, "stopped"));
        create("""
                {"resourceType":"AdverseEvent","actuality":"actual","subject":{"reference":"%s"},"date":"%s",
                 "event":{"coding":[{"system":"%s","code":"seizure"}]},
                 "suspectEntity":[{"instance":{"reference":"%s"}}]}""".formatted(patient, now, TRD, session));
        Procedure held = http.get(course).as(Procedure.class);
        assertThat(held.getStatus().toCode()).isEqualTo("on-hold");
        assertThat(held.getExtensionByUrl(DEFINITION + "course-hold")).isNotNull();
        assertThat(tasks()).hasSize(1).first().satisfies(task -> assertThat(
                        task.getPriority().toCode())
                .isEqualTo("stat"));
        assertThat(flags())
                .extracting(flag -> flag.getCode().getCodingFirstRep().getCode())
                .contains("adverse-event-serious", "seizure");
    }

    @Test
    void aReleaseTooEarlyNeedsAReasonAndIsLookedInto() {
        String early = dose(90, "");
        Answer refused = http.post("MedicationAdministration", early);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.outcome()).contains("90 minutes", "releaseReason");
        create(dose(90, """
                ,{"url":"releaseReason","valueCodeableConcept":{"coding":[{"system":"%s","code":"against-advice"}]}}""".formatted(TRD)));
        assertThat(tasks()).hasSize(1);
        create(dose(120, ""));
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void aTransactionIsJudgedAsAWholeAndRolledBackAsAWhole() {
        create(screenOfImplants());
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:0d9cf4d1-0000-4000-8000-000000000001","resource":%s,"request":{"method":"POST","url":"Procedure"}},
                 {"resource":%s,"request":{"method":"POST","url":"Procedure"}}]}""".formatted(
                course("in-progress", ""), session("urn:uuid:0d9cf4d1-0000-4000-8000-000000000001", "completed"));
        assertThat(http.post("", bundle).status()).isEqualTo(422);
        assertThat(total("Procedure?subject=" + patient)).isZero();
    }

    @Test
    void anIllegalChangeOfStatusIsAConflict() {
        create(item9(1));
        Task task = tasks().get(0);
        task.setStatus(Task.TaskStatus.DRAFT);
        Answer refused = http.put("Task/" + task.getIdPart(), task);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.outcome()).contains("requested", "received, accepted");
    }

    private String item9(int points) {
        return """
                {"resourceType":"QuestionnaireResponse","status":"completed","subject":{"reference":"%s"},
                 "authored":"%s","item":[{"linkId":"/44260-8","answer":[{"valueInteger":%d}]}]}""".formatted(patient, now, points);
    }

    private String screen(String question) {
        return """
                {"resourceType":"QuestionnaireResponse","status":"completed","subject":{"reference":"%s"},"authored":"%s",
                 "item":[{"linkId":"%s","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA33-6"}}]}]}""".formatted(patient, now, question);
    }

    private String screenOfImplants() {
        return """
                {"resourceType":"QuestionnaireResponse","status":"completed","subject":{"reference":"%s"},"authored":"%s",
                 "questionnaire":"https://trd-care.github.io/fhir/Questionnaire/tms-safety-screen",
                 "item":[{"linkId":"electronic-implant","answer":[{"valueBoolean":true}]},
                         {"linkId":"metal-in-head","answer":[{"valueBoolean":false}]}]}""".formatted(patient, now);
    }

    private String observation(String code, String value, String response) {
        String source = response == null ? "" : ",\"derivedFrom\":[{\"reference\":\"" + response + "\"}]";
        return """
                {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"%s"}]},
                 "subject":{"reference":"%s"},"effectiveDateTime":"%s",%s%s}""".formatted(code, patient, now, value, source);
    }

    private static String part(String code) {
        return "{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"" + code
                + "\"}]},\"valueInteger\":2}";
    }

    private static String yes() {
        return "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA33-6\"}]}";
    }

    private String course(String status, String extension) {
        return """
                {"resourceType":"Procedure","status":"%s",%s"code":{"coding":[{"system":"%s","code":"tms-course"}]},
                 "subject":{"reference":"%s"},"performedPeriod":{"start":"%s"}}""".formatted(status, extension, TMS, patient, now);
    }

    private String session(String course, String status) {
        return """
                {"resourceType":"Procedure","status":"%s","code":{"coding":[{"system":"%s","code":"tms-session"}]},
                 "partOf":[{"reference":"%s"}],"subject":{"reference":"%s"},"performedPeriod":{"start":"%s"}}""".formatted(status, TMS, course, patient, now);
    }

    private static String override(String flag) {
        return """
                "extension":[{"url":"%ssafety-override","extension":[{"url":"flag","valueReference":{"reference":"%s"}},
                 {"url":"author","valueReference":{"reference":"PractitionerRole/marta-psychiatrist-role"}},
                 {"url":"reason","valueString":"Off, and far away"},{"url":"recorded","valueDateTime":"2026-01-01"}]}],""".formatted(DEFINITION, flag);
    }

    private String dose(int minutes, String reason) {
        Instant given = Instant.parse(now).minus(1, ChronoUnit.DAYS);
        return """
                {"resourceType":"MedicationAdministration","status":"completed","subject":{"reference":"%s"},
                 "extension":[{"url":"%sketamine-observation","extension":[{"url":"start","valueDateTime":"%s"},
                  {"url":"release","valueDateTime":"%s"}%s]}],
                 "medicationCodeableConcept":{"coding":[{"system":"%s","code":"esketamine-nasal"}]},
                 "effectiveDateTime":"%s"}""".formatted(patient, DEFINITION, given, given.plus(minutes, ChronoUnit.MINUTES), reason, TRD, given);
    }

    private void put(String place, String body) {
        String id = place.substring(place.indexOf('/') + 1);
        Answer answer = http.send(
                "PUT",
                place,
                body.replaceFirst("\\{", "{\"id\":\"" + id + "\",").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/fhir+json");
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    }

    /** Type and id of what was created. */
    private String create(String body) {
        String type = body.replaceAll("(?s).*?\"resourceType\":\"(\\w+)\".*", "$1");
        Answer answer = http.post(type, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location").replaceAll(".*/(" + type + "/[^/]+)/_history/.*", "$1");
    }

    private List<Flag> flags() {
        return found("Flag?patient=" + patient, Flag.class);
    }

    private List<Task> tasks() {
        return found("Task?patient=" + patient, Task.class);
    }

    private <T extends Resource> List<T> found(String query, Class<T> type) {
        Bundle bundle = http.get(query + "&_count=100").bundle();
        return bundle.getEntry().stream()
                .map(entry -> type.cast(entry.getResource()))
                .toList();
    }

    private int total(String query) {
        return http.get(query + "&_summary=count").bundle().getTotal();
    }
}
