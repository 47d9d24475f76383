package io.github.trdcare.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/backup}: copies the H2 file while the server works; PostgreSQL has {@code pg_dump}. */
@Component
@Endpoint(id = "backup")
@Profile("!postgres")
class BackupEndpoint {
    private final JdbcClient jdbc;
    private final Path folder;

    BackupEndpoint(JdbcClient jdbc, TrdProperties properties) {
        this.jdbc = jdbc;
        this.folder = properties.dataDir().toAbsolutePath().normalize().resolve("backup");
    }

    /** Answers the name of the zip file; unpacked into an empty data folder it is the database of that moment. */
    @WriteOperation
    public Map<String, String> backUp() throws IOException {
        Files.createDirectories(folder);
        String moment = Instant.now(Clock.systemUTC()).toString().replace(":", "");
        Path file = folder.resolve("trd-" + moment + ".zip");
        jdbc.sql("backup to '" + file.toString().replace("'", "''") + "'").update();
        return Map.of("file", file.toString());
    }
}
