package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** Four times as many clients as the server has room for, for a minute: it answers fewer, quickly, and stays well. */
class OverloadIT {
    private static final int PLACES = 4;
    /** Places, and the three that may wait for each. */
    private static final int CAPACITY = PLACES * 4;

    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("trd.test.overload-seconds", 60));

    @Test
    void sendsTheSurplusAwayQuicklyAndIsHealthyAfterwards() throws Exception {
        // A heap that a server without limits would fill.
        Map<String, String> smallHeap = Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError");
        try (ServerJar server = ServerJar.start(
                ServerJar.unpacked(),
                smallHeap,
                "--trd.data-dir=" + JarDatabase.prepared().folder(),
                "--trd.limits.concurrent-requests=" + PLACES,
                "--trd.limits.queue=1s")) {
            ConcurrentLinkedQueue<Answered> answers = overload(server);
            assertThat(answers).allMatch(answer -> answer.status == 200 || answer.status == 503);
            assertThat(answers.stream().filter(answer -> answer.status == 200)).hasSizeGreaterThan(100);
            List<Answered> refused =
                    answers.stream().filter(answer -> answer.status == 503).toList();
            assertThat(refused).isNotEmpty();
            assertThat(refused).allMatch(answer -> !answer.retryAfter.isEmpty());
            long quick = refused.stream()
                    .filter(answer -> answer.took.compareTo(Duration.ofSeconds(3)) < 0)
                    .count();
            assertThat(quick).as("refusals in under three seconds").isGreaterThan(refused.size() * 95L / 100);
            assertHealthyWithinTenSeconds(server);
        }
    }

    private static ConcurrentLinkedQueue<Answered> overload(ServerJar server) throws Exception {
        ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(4 * CAPACITY);
        try {
            Instant end = Instant.now().plus(LENGTH);
            List<Callable<Void>> work = new ArrayList<>();
            for (int client = 0; client < 4 * CAPACITY; client++) {
                boolean writes = client % 2 == 0;
                work.add(() -> {
                    while (Instant.now().isBefore(end)) {
                        Answered answer = ask(server, writes);
                        answers.add(answer);
                        rest(answer);
                    }
                    return null;
                });
            }
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
        return answers;
    }

    private static Answered ask(ServerJar server, boolean writes) {
        Instant asked = Instant.now();
        FhirHttp.Answer answer = writes
                ? server.http().post("", patients())
                : server.http().get("Patient?family=Over&_count=200&_sort=-_lastUpdated");
        return new Answered(answer.status(), answer.header("Retry-After"), Duration.between(asked, Instant.now()));
    }

    /** Whoever is sent away comes back much sooner than he was told to, but not at once: he would need the cores himself. */
    private static void rest(Answered answer) throws InterruptedException {
        if (answer.status == 503) {
            Thread.sleep(50);
        }
    }

    private static void assertHealthyWithinTenSeconds(ServerJar server) throws InterruptedException {
        Instant limit = Instant.now().plusSeconds(10);
        boolean healthy = false;
        while (!healthy && Instant.now().isBefore(limit)) {
            healthy = server.http().get("/actuator/health").status() == 200
                    && server.http().get("Patient?_count=1").status() == 200;
            Thread.sleep(200);
        }
        assertThat(healthy).isTrue();
    }

    private static Bundle patients() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (int i = 0; i < 5; i++) {
            Patient patient = new Patient();
            patient.addName().setFamily("Over" + i);
            bundle.addEntry()
                    .setResource(patient)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("Patient");
        }
        return bundle;
    }

    private record Answered(int status, String retryAfter, Duration took) {}
}
