package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar as an operator runs it: stopped, backed up, restored, and refused what it cannot start with. */
class JarIT {
    private final JarDatabase database = JarDatabase.empty();

    @Test
    void keepsEverythingThroughAnOrderlyStopAndARestoredBackup() throws Exception {
        Path backup;
        try (ServerJar first = database.shipped().start("--trd.demo=true")) {
            assertThat(first.http()
                            .get("$graphql?query=%7BPatientList%7Bid%7D%7D")
                            .status())
                    .as("GraphQL is off unless switched on")
                    .isNotEqualTo(200);
            first.http().delete("Observation/marta-sleep-week-21");
            first.http().put("Patient/before", named("before"));
            backup = backUp(first);
            first.http().put("Patient/after", named("after"));
            assertThat(first.stop()).isEqualTo(143);
        }
        Path restored = TestDatabase.emptyFolder();
        unzip(backup, restored);
        try (ServerJar second =
                JarDatabase.h2(restored).start("--trd.demo=true", "--trd.packages-dir=" + packageWithOneProfile())) {
            assertThat(second.http().get("Patient/before").status()).isEqualTo(200);
            assertThat(second.http().get("Patient/after").status()).isEqualTo(404);
            assertThat(second.http().get("Observation/marta-sleep-week-21").status())
                    .as("the stories are loaded once; what was deleted stays deleted")
                    .isEqualTo(410);
            assertValidatesAgainstTheFurtherPackage(second);
        }
        try (ServerJar third = database.start()) {
            assertThat(third.http().get("Patient/after").status()).isEqualTo(200);
        }
    }

    /** An upgrade is one way: what a newer version has migrated is left alone, in HAPI's tables and in ours. */
    @Test
    void refusesASchemaThatANewerVersionWrote() throws Exception {
        // The limit is the clients': a first start stores what the server ships, however slow the machine.
        try (ServerJar current = database.start("--trd.limits.transaction=1s")) {
            current.stop();
        }
        database.execute("update FLY_HFJ_MIGRATION set \"version\" = '99.20990101.1' where \"installed_rank\" ="
                + " (select max(\"installed_rank\") from FLY_HFJ_MIGRATION)");
        assertRefused("schema version 99.20990101.1");
        database.execute("delete from FLY_HFJ_MIGRATION where \"version\" = '99.20990101.1'");
        database.execute("insert into \"trd_schema_history\" select \"installed_rank\" + 1000, '99', \"description\","
                + " \"type\", \"script\", \"checksum\", \"installed_by\", \"installed_on\", \"execution_time\","
                + " \"success\" from \"trd_schema_history\" where \"version\" = '1'");
        assertRefused("schema version 99");
    }

    private void assertRefused(String reason) throws Exception {
        try (ServerJar older = database.launch()) {
            assertThat(older.awaitEnd()).isNotZero();
            assertThat(older.log())
                    .contains("APPLICATION FAILED TO START", reason, "newer version")
                    .doesNotContain("\tat ");
        }
    }

    private static Patient named(String id) {
        Patient patient = new Patient();
        patient.setId(id);
        patient.addName().setFamily(id);
        return patient;
    }

    private static Path backUp(ServerJar server) {
        FhirHttp.Answer answer = server.http().post("/actuator/backup", "{}", "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(200);
        return Path.of(answer.text().replaceAll(".*\"file\":\"([^\"]+)\".*", "$1"));
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, folder.resolve(entry.getName()));
            }
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
                    {"name":"example.named","version":"1.0.0","fhirVersions":["4.0.1"],"dependencies":{}}\
                    """, "package/StructureDefinition-named-patient.json", """
                    {"resourceType":"StructureDefinition","id":"named-patient","name":"NamedPatient","status":"active",
                     "url":"http://example.org/StructureDefinition/named-patient","kind":"resource","abstract":false,
                     "type":"Patient","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient",
                     "derivation":"constraint",
                     "differential":{"element":[{"id":"Patient.name","path":"Patient.name","min":1}]}}\
                    """);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--server.address=0.0.0.0; trd.security.mode=open",
                "--trd.zone=Mars/Olympus; trd.zone",
            })
    void stopsAtAWrongSettingWithItsName(String setting, String named) throws Exception {
        try (ServerJar server = database.shipped().launch(setting)) {
            assertThat(server.awaitEnd()).isNotZero();
            assertThat(server.log()).contains("APPLICATION FAILED TO START").containsIgnoringCase(named);
        }
    }
}
