package io.github.trdcare.platform;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The embedded database: one file in {@code trd.data-dir}. */
@Component
@Profile("!postgres")
class H2File implements JdbcConnectionDetails {
    private final Path file;

    H2File(TrdProperties properties) {
        this.file = properties.dataDir().toAbsolutePath().normalize().resolve("trd");
    }

    /**
     * WRITE_DELAY=0: what was acknowledged is on disk; with the default of 500 ms a killed process loses it. LOCK_TIMEOUT:
     * a writer waits behind a large transaction for its turn, as it would on PostgreSQL.
     */
    @Override
    public String getJdbcUrl() {
        return "jdbc:h2:file:" + file.toString().replace(";", "\\;")
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=30000;DB_CLOSE_ON_EXIT=FALSE";
    }

    @Override
    public String getUsername() {
        return "sa";
    }

    @Override
    public String getPassword() {
        return "";
    }
}
