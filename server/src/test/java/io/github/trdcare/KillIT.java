package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real jar under kill -9: it starts again by itself, and what it acknowledged is there, whole. */
@Tag("storage")
class KillIT {
    /** A longer run sets more. */
    private static final int KILLS = Integer.getInteger("trd.test.kills", 3);

    /** Long enough for a first start on a slow machine, so that the kills spread over all of it. */
    private static final Duration FIRST_START = Duration.ofSeconds(Long.getLong("trd.test.first-start-seconds", 24));

    private static final int WRITERS = 4;

    private final JarDatabase database = JarDatabase.empty();
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

    @Test
    void keepsEveryAcknowledgedWriteThroughKillsInTheFirstStartAndUnderWrites() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            try (ServerJar starting = database.launch("--trd.demo=true")) {
                Thread.sleep(FIRST_START.multipliedBy(kill).dividedBy(KILLS + 1).toMillis());
                starting.kill();
            }
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerJar server = database.start("--trd.demo=true")) {
                assertThatTheStoriesAreWhole(server);
                assertThatEachAcknowledgedPairIsWhole(server, kill);
                int before = acknowledged.size();
                writeUntilKilled(server);
                assertThat(acknowledged).hasSizeGreaterThan(before + 5);
            }
        }
        try (ServerJar last = database.start("--trd.demo=true")) {
            assertThatEachAcknowledgedPairIsWhole(last, KILLS);
        }
    }

    private static void assertThatTheStoriesAreWhole(ServerJar server) {
        assertThat(count(server, "Procedure?part-of=Procedure/marta-course")).isEqualTo(36);
        assertThat(count(
                        server,
                        "StructureDefinition?url=https://trd-care.github.io/fhir/StructureDefinition/tms-session"))
                .isEqualTo(1);
    }

    private void assertThatEachAcknowledgedPairIsWhole(ServerJar server, int kills) {
        Map<String, Integer> stored = families(server);
        assertThat(stored.keySet()).containsAll(acknowledged);
        assertThat(stored.values()).as("no half transaction").allMatch(patients -> patients == 2);
        // A writer that is cut off while it waits cannot know whether its last pair was stored.
        assertThat(stored).hasSizeLessThanOrEqualTo(acknowledged.size() + kills * WRITERS);
    }

    /** How many patients each pair left, over all pages. */
    private static Map<String, Integer> families(ServerJar server) {
        Map<String, Integer> families = new HashMap<>();
        String page = "Patient?family=Pair&_elements=name&_count=500";
        while (page != null) {
            Bundle found = server.http().get(page).bundle();
            found.getEntry().stream()
                    .map(entry ->
                            ((Patient) entry.getResource()).getNameFirstRep().getFamily())
                    .forEach(family -> families.merge(family, 1, Integer::sum));
            page = found.getLink("next") == null ? null : found.getLink("next").getUrl();
        }
        return families;
    }

    /** Writers post pairs of patients, one transaction a pair, until the server is killed among them. */
    private void writeUntilKilled(ServerJar server) throws InterruptedException {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> writePairs(server));
            writer.start();
            writers.add(writer);
        }
        Thread.sleep(3000);
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private void writePairs(ServerJar server) {
        try {
            while (true) {
                String family = "Pair" + next.incrementAndGet() + "x";
                if (server.http().post("", pair(family)).status() == 200) {
                    acknowledged.add(family);
                }
            }
        } catch (UncheckedIOException killed) {
            return;
        }
    }

    private static Bundle pair(String family) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (int i = 0; i < 2; i++) {
            Patient patient = new Patient();
            patient.addName().setFamily(family);
            bundle.addEntry()
                    .setResource(patient)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("Patient");
        }
        return bundle;
    }

    private static int count(ServerJar server, String search) {
        return server.http().get(search + "&_summary=count").bundle().getTotal();
    }
}
