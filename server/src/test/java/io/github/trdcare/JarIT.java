package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
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
        try (ServerJar third = start("--trd.packages-dir=" + packageWithOneProfile())) {
            assertThat(count(third, acknowledged.get(0))).isEqualTo(2);
            assertValidatesAgainstTheFurtherPackage(third);
        }
    }

    private static void assertValidatesAgainstTheFurtherPackage(ServerJar server) {
        Patient nameless = new Patient();
        nameless.getMeta().addProfile("http://example.org/StructureDefinition/named-patient");
        FhirHttp.Answer refused = server.http().post("Patient", nameless);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.outcome()).contains("Patient.name");
        nameless.addName().setFamily("Named");
        assertThat(server.http().post("Patient", nameless).status()).isEqualTo(201);
    }

    /** A FHIR package such as a clinic would put there: one profile that wants a name. */
    private static Path packageWithOneProfile() throws IOException {
        Map<String, String> files =
                Map.of("package/package.json", """
                {"name":"example.named","version":"1.0.0","fhirVersions":["4.0.1"],"dependencies":{}}""", "package/StructureDefinition-named-patient.json", """
                {"resourceType":"StructureDefinition","id":"named-patient","name":"NamedPatient","status":"active",
                 "url":"http://example.org/StructureDefinition/named-patient","kind":"resource","abstract":false,
                 "type":"Patient","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient",
                 "derivation":"constraint",
                 "differential":{"element":[{"id":"Patient.name","path":"Patient.name","min":1}]}}""");
        Path folder = TestDatabase.emptyFolder();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("example.named.tgz"))))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return folder;
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

    private ServerJar start(String... further) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--trd.demo=true"));
        arguments.add(POSTGRES ? "--spring.profiles.active=postgres" : "--trd.data-dir=" + data);
        arguments.addAll(List.of(further));
        return ServerJar.start(POSTGRES ? postgres() : Map.of(), arguments.toArray(String[]::new));
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
                "--trd.zone=Mars/Olympus; trd.zone",
            })
    void stopsAtAWrongSettingWithItsName(String setting, String named) throws Exception {
        try (ServerJar server = ServerJar.launch(Map.of(), setting, "--trd.data-dir=" + data)) {
            assertThat(server.awaitEnd()).isNotZero();
            assertThat(server.log()).contains("APPLICATION FAILED TO START").containsIgnoringCase(named);
        }
    }
}
