package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar as an operator runs it: what it acknowledged survives a stop and a kill, and a wrong setting stops it. */
class JarIT {
    private static final boolean POSTGRES =
            System.getProperty("trd.test.database", "h2").equals("postgres");

    private final Path data = TestDatabase.emptyFolder();

    @Test
    @Tag("storage")
    void keepsEverythingItAcknowledgedThroughAKillAndARestart() throws Exception {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (ServerJar first = start()) {
            assertThat(first.http().get("Procedure/marta-course").status()).isEqualTo(200);
            assertThat(first.http()
                            .get("$graphql?query=%7BPatientList%7Bid%7D%7D")
                            .status())
                    .as("GraphQL is off unless switched on")
                    .isNotEqualTo(200);
            first.http().delete("Observation/marta-sleep-week-21");
            writeWhileKilled(first, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(20);
        try (ServerJar second = start()) {
            for (String pair : acknowledged) {
                assertThat(count(second, pair)).as(pair).isEqualTo(2);
            }
            assertNoHalfTransaction(second, acknowledged.size());
            assertThat(second.http().get("Observation/marta-sleep-week-21").status())
                    .as("the stories are loaded once; what was deleted stays deleted")
                    .isEqualTo(410);
            assertThat(second.stop()).isEqualTo(143);
        }
        try (ServerJar third = start()) {
            assertThat(count(third, acknowledged.get(0))).isEqualTo(2);
        }
    }

    /** Four writers post pairs of patients, one transaction a pair, until the server is killed among them. */
    private static void writeWhileKilled(ServerJar server, List<String> acknowledged) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread writer = new Thread(() -> {
                try {
                    while (true) {
                        String name = "Pair" + next.incrementAndGet() + "x";
                        if (server.http().post("", pair(name)).status() == 200) {
                            acknowledged.add(name);
                        }
                    }
                } catch (UncheckedIOException killed) {
                    return;
                }
            });
            writer.start();
            writers.add(writer);
        }
        Thread.sleep(4000);
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void assertNoHalfTransaction(ServerJar server, int acknowledged) {
        int total = count(server, "Pair");
        assertThat(total % 2).isZero();
        assertThat(total).isBetween(2 * acknowledged, 2 * (acknowledged + 4));
    }

    private static Bundle pair(String name) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (int i = 0; i < 2; i++) {
            Patient patient = new Patient();
            patient.addName().setFamily(name);
            bundle.addEntry()
                    .setResource(patient)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("Patient");
        }
        return bundle;
    }

    private static int count(ServerJar server, String family) {
        return server.http()
                .get("Patient?family=" + family + "&_summary=count")
                .bundle()
                .getTotal();
    }

    private ServerJar start() throws Exception {
        return POSTGRES
                ? ServerJar.start(postgres(), "--trd.demo=true", "--spring.profiles.active=postgres")
                : ServerJar.start(Map.of(), "--trd.demo=true", "--trd.data-dir=" + data);
    }

    private static Map<String, String> postgres() {
        return Map.of(
                "TRD_DB_URL", TestDatabase.Postgres.SERVER.getJdbcUrl("postgres", "postgres"),
                "TRD_DB_USER", "postgres",
                "TRD_DB_PASSWORD", "postgres");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--server.address=0.0.0.0; trd.security.mode=open",
                "--server.address=192.0.2.1; trd.security.mode=open",
                "--trd.security.mode=smart; trd.security.mode",
                "--trd.zone=Mars/Olympus; trd.zone",
                "--trd.limits.page-size=0; trd.limits",
                "--trd.limits.body=huge; trd.limits.body",
                "--trd.packages-dir=/nowhere; trd.packages-dir",
            })
    void stopsAtAWrongSettingWithItsName(String setting, String named) throws Exception {
        try (ServerJar server = ServerJar.launch(Map.of(), setting, "--trd.data-dir=" + data)) {
            assertThat(server.awaitEnd()).isNotZero();
            assertThat(server.log()).contains("APPLICATION FAILED TO START").containsIgnoringCase(named);
        }
    }
}
