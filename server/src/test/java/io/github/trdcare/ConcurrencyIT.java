package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Writers at the same moment: one wins, the others are told so, and nothing is doubled or lost. */
@ServerTest
@Tag("storage")
class ConcurrencyIT {
    private static final String SYSTEM = "urn:concurrency";

    /** Of the numbers that HL7 v2 messages of one sender bring. */
    private static final String NUMBERS = "https://trd-care.github.io/fhir/hl7v2/LAKESIDE";

    private static final int DOORS = 10;

    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    @Test
    void createsOneOfFiftyParallelConditionalCreates() throws Exception {
        String value = UUID.randomUUID().toString();
        List<Integer> answers = together(50, () -> http.post(
                        "Patient", identified(value), "If-None-Exist", "identifier=" + SYSTEM + "%7C" + value)
                .status());
        assertThat(answers).containsAnyOf(201).allMatch(status -> List.of(200, 201, 409, 412)
                .contains(status));
        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(count(value)).isEqualTo(1);
    }

    @Test
    void createsOneOfTwentyParallelConditionalUpdates() throws Exception {
        String value = UUID.randomUUID().toString();
        List<Integer> answers =
                together(20, () -> http.put("Patient?identifier=" + SYSTEM + "%7C" + value, identified(value))
                        .status());
        assertThat(answers).allMatch(status -> List.of(200, 201, 409, 412).contains(status));
        assertThat(count(value)).isEqualTo(1);
    }

    @Test
    void letsOneOfTwentyWritersOnOneVersionWin() throws Exception {
        String path = created(identified(UUID.randomUUID().toString()));
        List<Integer> answers = together(20, () -> {
            Patient change = identified(UUID.randomUUID().toString());
            change.setId(path);
            return http.put(path, change, "If-Match", "W/\"1\"").status();
        });
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(answers).allMatch(status -> List.of(200, 409, 412).contains(status));
        assertThat(http.get(path).header("ETag")).isEqualTo("W/\"2\"");
    }

    @Test
    void honoursIfMatchOnEveryKindOfWrite() {
        String path = created(identified(UUID.randomUUID().toString()));
        Patient change = identified("changed");
        change.setId(path);
        assertThat(http.put(path, change).status()).isEqualTo(200);

        assertThat(http.put(path, identifiedAs(path), "If-Match", "W/\"1\"").status())
                .isIn(409, 412);
        assertThat(http.patch(
                                path,
                                "[{\"op\":\"add\",\"path\":\"/active\",\"value\":true}]",
                                "Content-Type",
                                "application/json-patch+json",
                                "If-Match",
                                "W/\"1\"")
                        .status())
                .isIn(409, 412);
        assertThat(http.delete(path, "If-Match", "W/\"1\"").status()).isIn(409, 412);
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(identifiedAs(path))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(path)
                .setIfMatch("W/\"1\"");
        assertThat(http.post("", transaction).status()).isIn(409, 412);
        assertThat(http.get(path).header("ETag")).isEqualTo("W/\"2\"");
        assertThat(http.delete(path, "If-Match", "W/\"2\"").status()).isIn(200, 204);
    }

    @Test
    void makesOneThingOfFiftyWritersThroughEveryDoorAndSpelling() throws Exception {
        String value = UUID.randomUUID().toString();
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int door = i % DOORS;
            int writer = i;
            work.add(() -> throughDoor(door, value, writer));
        }
        List<String> answers = Together.all(work);
        assertThat(answers).allMatch(answer -> answer.matches("(200|201|409|412|AA).*"));
        assertThat(http.get("Patient?identifier=" + value + "&_summary=count")
                        .bundle()
                        .getTotal())
                .as(answers.toString())
                .isEqualTo(1);
    }

    private String throughDoor(int door, String value, int writer) {
        String plain = "identifier=" + NUMBERS + "|" + value;
        String encoded = "identifier=" + URLEncoder.encode(NUMBERS, StandardCharsets.UTF_8) + "%7C" + value;
        Patient patient = new Patient().setGender(AdministrativeGender.FEMALE);
        patient.addName().setFamily("Writer" + writer);
        patient.addIdentifier().setSystem(NUMBERS).setValue(value);
        return switch (door) {
            case 0 -> status(http.post("Patient", patient, "If-None-Exist", plain));
            case 1 -> status(http.post("Patient", patient, "If-None-Exist", "Patient?gender=female&" + encoded));
            case 2 -> status(http.put("Patient?" + encoded + "&gender=female", patient));
            case 3 -> status(http.put("Patient?identifier=" + value, patient));
            case 4 ->
                status(http.patch(
                        "Patient?" + encoded,
                        "[{\"op\":\"add\",\"path\":\"/active\",\"value\":true}]",
                        "Content-Type",
                        "application/json-patch+json"));
            case 5 -> status(http.post("", bundle(BundleType.TRANSACTION, HTTPVerb.POST, patient, plain)));
            case 6 -> status(http.post("", bundle(BundleType.TRANSACTION, HTTPVerb.PUT, patient, encoded)));
            case 7 -> ofEntry(http.post("", bundle(BundleType.BATCH, HTTPVerb.PUT, patient, encoded)));
            case 8 ->
                ofEntry(http.post("", bundle(BundleType.BATCH, HTTPVerb.POST, patient, "gender=female&" + plain)));
            default -> acknowledged(value);
        };
    }

    private static String ofEntry(Answer answer) {
        return answer.status() == 200
                ? answer.bundle().getEntryFirstRep().getResponse().getStatus()
                : answer.status() + " " + answer.text();
    }

    /** A PATCH has nothing to change until somebody has made the patient. */
    private static String status(Answer answer) {
        return answer.status() == 404 ? "409 not yet" : String.valueOf(answer.status());
    }

    private static Bundle bundle(BundleType type, HTTPVerb verb, Patient patient, String match) {
        Bundle bundle = new Bundle().setType(type);
        Bundle.BundleEntryRequestComponent request =
                bundle.addEntry().setResource(patient).getRequest().setMethod(verb);
        request.setUrl(verb == HTTPVerb.POST ? "Patient" : "Patient?" + match);
        if (verb == HTTPVerb.POST) {
            request.setIfNoneExist(match);
        }
        return bundle;
    }

    private String acknowledged(String value) {
        String message = "MSH|^~\\&|REG|LAKESIDE|TRD-CARE||20260302083000+0000||ADT^A28^ADT_A05|" + UUID.randomUUID()
                + "|P|2.5.1\rEVN||20260302083000+0000\rPID|1||" + value + "^^^LAKESIDE^MR||Writer^Seven|||F\r";
        String answer = http.send(
                        "POST",
                        "/hl7v2",
                        message.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/hl7-v2+er7")
                .text();
        return answer.contains("MSA|AA") ? "AA" : answer;
    }

    @Test
    void losesNoConditionalUpdateSilently() throws Exception {
        String value = UUID.randomUUID().toString();
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int door = i % 2 == 0 ? 2 : 6;
            int writer = i;
            work.add(() -> writer + " " + throughDoor(door, value, writer));
        }
        List<String> taken = Together.all(work).stream()
                .filter(answer -> answer.matches("\\d+ 20[01]"))
                .map(answer -> "Writer" + answer.replaceFirst(" .*", ""))
                .toList();
        String id = http.get("Patient?identifier=" + value)
                .bundle()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
        List<String> kept = http.get("Patient/" + id + "/_history?_count=100").bundle().getEntry().stream()
                .map(entry -> ((Patient) entry.getResource()).getNameFirstRep().getFamily())
                .toList();
        assertThat(taken).isNotEmpty();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void refusesTwoSpellingsOfOneMatchInATransaction() {
        String value = UUID.randomUUID().toString();
        Bundle transaction =
                bundle(BundleType.TRANSACTION, HTTPVerb.POST, identified(value), "identifier=" + SYSTEM + "|" + value);
        transaction.addEntry(bundle(
                        BundleType.TRANSACTION,
                        HTTPVerb.PUT,
                        identified(value),
                        "active=true&identifier=" + SYSTEM + "%7C" + value)
                .getEntryFirstRep());
        Answer refused = http.post("", transaction);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(count(value)).isZero();
    }

    /** The index keeps nobody from it: a record that came twice is sorted out by people. */
    @Test
    void letsAPlainCreateRepeatAnIdentifier() {
        String value = UUID.randomUUID().toString();
        assertThat(conditional(value)).isEqualTo(201);
        assertThat(http.post("Patient", identified(value)).status()).isEqualTo(201);
        assertThat(conditional(value)).isEqualTo(412);
        assertThat(count(value)).isEqualTo(2);
    }

    @Test
    void letsAnIdentifierBeTakenAgainWhenItsResourceHasLeftIt() {
        String value = UUID.randomUUID().toString();
        assertThat(conditional(value)).isEqualTo(201);
        assertThat(http.delete("Patient?identifier=" + SYSTEM + "%7C" + value).status())
                .isIn(200, 204);
        assertThat(conditional(value)).isEqualTo(201);
        Patient renamed = identified(UUID.randomUUID().toString());
        assertThat(http.put("Patient?identifier=" + SYSTEM + "%7C" + value, renamed)
                        .status())
                .isEqualTo(200);
        assertThat(conditional(value)).isEqualTo(201);
        assertThat(conditional(value)).isEqualTo(200);
    }

    /** Such a match asks for more than the number, and finds nothing where the rest differs. */
    @Test
    void letsAMatchThatAsksForMoreCreateUnderTheSameIdentifier() {
        String value = UUID.randomUUID().toString();
        for (String gender : List.of("female", "male")) {
            Patient patient = identified(value).setGender(AdministrativeGender.fromCode(gender));
            String match = "identifier=" + SYSTEM + "%7C" + value + "&gender=" + gender;
            assertThat(http.post("Patient", patient, "If-None-Exist", match).status())
                    .isEqualTo(201);
        }
    }

    /** Whatever the order of HAPI's work in a transaction. */
    @Test
    void letsOneTransactionDeleteAndCreateUnderOneIdentifier() {
        String value = UUID.randomUUID().toString();
        String path = conditionally(value).header("Location").replaceAll(".*/fhir/(Patient/[^/]+)/.*", "$1");
        Bundle transaction =
                bundle(BundleType.TRANSACTION, HTTPVerb.POST, identified(value), "identifier=" + SYSTEM + "|" + value);
        transaction.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(path);
        Answer answer = http.post("", transaction);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(count(value)).isEqualTo(1);
        assertThat(http.get(path).status()).isEqualTo(410);
    }

    private int conditional(String value) {
        return conditionally(value).status();
    }

    private Answer conditionally(String value) {
        return http.post("Patient", identified(value), "If-None-Exist", "identifier=" + SYSTEM + "%7C" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void refusesTwoConditionalEntriesForOneThing(HTTPVerb verb) {
        String value = UUID.randomUUID().toString();
        String match = "identifier=" + SYSTEM + "|" + value;
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        for (int i = 0; i < 2; i++) {
            Patient patient = identified(value);
            patient.addName().setFamily("Twice" + i);
            Bundle.BundleEntryComponent entry = transaction.addEntry().setResource(patient);
            entry.setFullUrl("urn:uuid:" + UUID.randomUUID());
            entry.getRequest().setMethod(verb).setUrl(verb == HTTPVerb.POST ? "Patient" : "Patient?" + match);
            if (verb == HTTPVerb.POST) {
                entry.getRequest().setIfNoneExist(match);
            }
        }
        Answer refused = http.post("", transaction);
        assertThat(refused.status()).isIn(400, 409, 412, 422);
        assertThat(refused.outcome()).contains("Bundle.entry[1]").contains("Bundle.entry[0]");
        assertThat(count(value)).isZero();
    }

    private int count(String value) {
        return http.get("Patient?identifier=" + SYSTEM + "%7C" + value + "&_summary=count")
                .bundle()
                .getTotal();
    }

    private String created(Patient patient) {
        return http.post("Patient", patient).header("Location").replaceAll(".*/fhir/(Patient/[^/]+)/.*", "$1");
    }

    private static Patient identifiedAs(String path) {
        Patient patient = identified("stale");
        patient.setId(path);
        return patient;
    }

    private static Patient identified(String value) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(SYSTEM).setValue(value);
        return patient;
    }

    private static <T> List<T> together(int writers, Callable<T> work) throws Exception {
        return Together.all(Collections.nCopies(writers, work));
    }
}
