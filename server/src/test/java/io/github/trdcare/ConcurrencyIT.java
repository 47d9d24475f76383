package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
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

    private static <T> List<T> together(int writers, Callable<T> work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(Collections.nCopies(writers, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
