package io.github.trdcare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A database of its own for the jar, of the kind that the test run is for. */
record JarDatabase(Path folder, String url, List<String> arguments, Map<String, String> environment) {
    private static final boolean POSTGRES =
            System.getProperty("trd.test.database", "h2").equals("postgres");

    static JarDatabase empty() {
        return POSTGRES ? postgres() : h2(TestDatabase.emptyFolder());
    }

    static JarDatabase h2(Path folder) {
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().normalize().resolve("trd");
        return new JarDatabase(folder, url, List.of("--trd.data-dir=" + folder), Map.of());
    }

    private static JarDatabase postgres() {
        Path folder = TestDatabase.emptyFolder();
        String name = folder.getFileName().toString().replace('-', '_');
        String url = TestDatabase.Postgres.SERVER.getJdbcUrl("postgres", "postgres");
        execute(url, "create database " + name);
        return postgres(folder, url.replaceFirst("/postgres\\?", "/" + name + "?"));
    }

    static JarDatabase postgres(Path folder, String url) {
        return new JarDatabase(
                folder,
                url,
                List.of("--spring.profiles.active=postgres"),
                Map.of("TRD_DB_URL", url, "TRD_DB_USER", "postgres", "TRD_DB_PASSWORD", "postgres"));
    }

    ServerJar start(String... further) throws IOException {
        return ServerJar.start(environment, with(further));
    }

    ServerJar launch(String... further) throws IOException {
        return ServerJar.launch(environment, with(further));
    }

    /** Changes the database behind the back of a server that is not running. */
    void execute(String sql) {
        execute(url, sql);
    }

    private static void execute(String url, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(url, POSTGRES ? "postgres" : "sa", POSTGRES ? "postgres" : "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }

    private String[] with(String... further) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(further));
        return all.toArray(String[]::new);
    }
}
