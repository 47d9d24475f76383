package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that others made, installed once and run as processes of their own. */
final class ForeignClients {
    static final Path FOLDER = Path.of("target/foreign");

    private static boolean installed;

    private ForeignClients() {}

    static synchronized void install() throws IOException, InterruptedException {
        if (installed) {
            return;
        }
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "exchange.mjs", "receive.mjs")) {
            Files.write(FOLDER.resolve(file), Files.readAllBytes(Path.of("src/test/foreign", file)));
        }
        said("npm", "install", "--loglevel=error", "--fetch-retries=5", "--omit=peer", "--no-audit", "--no-fund");
        installed = true;
    }

    /** Starts one that goes on until it is ended; what it says goes to a file. */
    static Process start(Path output, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Runs one to its end, which must be a good one. */
    static String said(String... command) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path output = Files.createTempFile(FOLDER, "said", ".txt");
        Process process = start(output, command);
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended && process.exitValue() == 0)
                .as(String.join(" ", command) + "\n" + said)
                .isTrue();
        return said;
    }
}
