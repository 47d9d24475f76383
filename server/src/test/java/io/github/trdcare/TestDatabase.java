package io.github.trdcare;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfilesResolver;

/** An empty database for the test server, an H2 file or a real PostgreSQL, and a port of its own for MLLP. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("trd.hl7v2.port=" + Mllp.PORT).applyTo(context);
        if (isPostgres()) {
            TestPropertyValues.of(
                            "TRD_DB_URL=" + Postgres.SERVER.getJdbcUrl("postgres", "postgres"),
                            "TRD_DB_USER=postgres",
                            "TRD_DB_PASSWORD=postgres")
                    .applyTo(context);
        } else {
            TestPropertyValues.of("trd.data-dir=" + emptyFolder()).applyTo(context);
        }
    }

    /** Chooses the server's profile before its settings are read; an initializer would come too late. */
    static class Profile implements ActiveProfilesResolver {
        @Override
        public String[] resolve(Class<?> test) {
            return isPostgres() ? new String[] {"postgres"} : new String[0];
        }
    }

    static boolean isPostgres() {
        return System.getProperty("trd.test.database", "h2").equals("postgres");
    }

    static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "data-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One PostgreSQL for the test run; it ends with the JVM. */
    static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private Postgres() {}

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
