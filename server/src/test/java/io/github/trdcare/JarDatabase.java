package io.github.trdcare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database of its own for the jar, of the kind that the test run is for. */
record JarDatabase(Path folder, String url, List<String> arguments, Map<String, String> environment, Path jar) {
    private static final boolean POSTGRES =
            System.getProperty("trd.test.database", "h2").equals("postgres");

    static JarDatabase empty() {
        return POSTGRES ? postgresNamed(TestDatabase.emptyFolder(), "") : h2(TestDatabase.emptyFolder());
    }

    /** One in which a server has once made its tables and stored what it ships: for tests of what comes later. */
    static JarDatabase prepared() {
        Path folder = TestDatabase.emptyFolder();
        if (POSTGRES) {
            return postgresNamed(folder, " template " + name(Prepared.DATABASE.folder));
        }
        try (Stream<Path> files = Files.list(Prepared.DATABASE.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return h2(folder);
    }

    private static final class Prepared {
        static final JarDatabase DATABASE = empty();

        static {
            try (ServerJar server = DATABASE.start()) {
                server.stop();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static JarDatabase h2(Path folder) {
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().normalize().resolve("trd");
        return new JarDatabase(folder, url, List.of("--trd.data-dir=" + folder), Map.of(), ServerJar.unpacked());
    }

    private static JarDatabase postgresNamed(Path folder, String template) {
        String url = TestDatabase.Postgres.SERVER.getJdbcUrl("postgres", "postgres");
        execute(url, "create database " + name(folder) + template);
        return postgres(folder, url.replaceFirst("/postgres\\?", "/" + name(folder) + "?"));
    }

    private static String name(Path folder) {
        return folder.getFileName().toString().replace('-', '_');
    }

    static JarDatabase postgres(Path folder, String url) {
        return new JarDatabase(
                folder,
                url,
                List.of("--spring.profiles.active=postgres"),
                Map.of("TRD_DB_URL", url, "TRD_DB_USER", "postgres", "TRD_DB_PASSWORD", "postgres"),
                ServerJar.unpacked());
    }

    /** For the very file that an operator runs. */
    JarDatabase shipped() {
        return new JarDatabase(folder, url, arguments, environment, ServerJar.SHIPPED);
    }

    ServerJar start(String... further) throws IOException {
        return ServerJar.start(jar, environment, with(further));
    }

    ServerJar launch(String... further) throws IOException {
        return ServerJar.launch(jar, environment, with(further));
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
