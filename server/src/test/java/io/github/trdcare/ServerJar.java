package io.github.trdcare;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real jar as a process of its own: started, killed, started again. */
final class ServerJar implements AutoCloseable {
    /** As it is built and shipped. */
    static final Path SHIPPED = Path.of(System.getProperty("trd.jar", ""));

    /** Options of a test of its own, among them a heap. */
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    private final Process process;
    private final Path log;
    private final int port;

    private ServerJar(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * The same, taken apart once a test run as Spring Boot means it to be: its libraries side by side instead of jars in a
     * jar, which costs each start a quarter of its time.
     */
    static Path unpacked() {
        return Unpacked.JAR;
    }

    private static final class Unpacked {
        static final Path JAR = unpack();

        private static Path unpack() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "unpacked-");
                Process tool = new ProcessBuilder(
                                java(),
                                "-Djarmode=tools",
                                "-jar",
                                SHIPPED.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString())
                        .inheritIO()
                        .start();
                if (tool.waitFor() != 0) {
                    throw new IllegalStateException("The jar cannot be taken apart");
                }
                return folder.resolve(SHIPPED.getFileName());
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts a jar without waiting for it. */
    static ServerJar launch(Path jar, Map<String, String> environment, String... arguments) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(Path.of("target"), "server-", ".log");
        List<String> command =
                new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m"));
        if (!environment.containsKey(OPTIONS)) {
            // Half of two cores would collect garbage that no test makes.
            command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g"));
        }
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServerJar(builder.start(), log, port);
    }

    /** Starts a jar and waits until it is ready. */
    static ServerJar start(Path jar, Map<String, String> environment, String... arguments) throws IOException {
        ServerJar server = launch(jar, environment, arguments);
        server.awaitReady();
        return server;
    }

    FhirHttp http() {
        return new FhirHttp(port);
    }

    int port() {
        return port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    void awaitReady() throws IOException {
        Instant limit = Instant.now().plus(Duration.ofMinutes(10));
        while (Instant.now().isBefore(limit) && process.isAlive()) {
            try {
                if (http().get("/actuator/health/readiness").status() == 200) {
                    return;
                }
                Thread.sleep(200);
            } catch (java.io.UncheckedIOException notYet) {
                pause();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
        throw new IllegalStateException("The server did not become ready:\n" + log());
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** An orderly stop. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitWithin(Duration.ofMinutes(3));
    }

    /** Waits for a process that ends by itself. */
    int awaitEnd() throws InterruptedException {
        return exitWithin(Duration.ofMinutes(10));
    }

    private int exitWithin(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server did not end within " + longest);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
