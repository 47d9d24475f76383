package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The README's backup of a PostgreSQL database. On PostgreSQL 15, because the tools must not be older than the server and
 * these come with the operating system.
 */
@Tag("storage")
@EnabledIfSystemProperty(named = "trd.test.database", matches = "postgres")
class PostgresBackupIT {
    private static final Path BINARIES = Path.of("target", "postgresql-15.jar");

    @Test
    void bringsADumpedDatabaseBackIntoAnEmptyOne() throws Exception {
        Path folder = TestDatabase.emptyFolder();
        Path dump = folder.resolve("trd.dump");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPgBinaryResolver(PostgresBackupIT::binaries)
                .start()) {
            JarDatabase database = JarDatabase.postgres(folder, postgres.getJdbcUrl("postgres", "postgres"));
            try (ServerJar server = database.start()) {
                server.http().put("Patient/before", named("before"));
                run("pg_dump", "--format=custom", "--file=" + dump, uri(postgres, "postgres"));
                server.http().put("Patient/after", named("after"));
            }
            database.execute("create database restored");
            run("pg_restore", "--dbname=" + uri(postgres, "restored"), dump.toString());
            JarDatabase restored = JarDatabase.postgres(folder, postgres.getJdbcUrl("postgres", "restored"));
            try (ServerJar server = restored.start()) {
                assertThat(server.http().get("Patient/before").status()).isEqualTo(200);
                assertThat(server.http().get("Patient/after").status()).isEqualTo(404);
                assertThat(server.http().put("Patient/after", named("after")).status())
                        .isEqualTo(201);
            }
        }
    }

    private static String uri(EmbeddedPostgres postgres, String database) {
        return "postgresql://postgres@localhost:" + postgres.getPort() + "/" + database;
    }

    @SuppressWarnings("resource")
    private static java.io.InputStream binaries(String system, String hardware) throws IOException {
        JarFile jar = new JarFile(BINARIES.toFile());
        return jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(Path.of("target"), command[0], ".log");
        int end = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(end).as(Files.readString(log)).isZero();
    }

    private static Patient named(String id) {
        Patient patient = new Patient();
        patient.setId(id);
        patient.addName().setFamily(id);
        return patient;
    }
}
