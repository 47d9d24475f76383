package io.github.trdcare.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One compiled resource of the guide, by the name of its file. */
record Compiled(String name, JsonNode json) {

    private static final Path FOLDER = Path.of("fsh-generated/resources");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Compiled> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Compiled::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those that show a use; all others define something. */
    static List<Compiled> examples() {
        return all().stream().filter(file -> file.name.endsWith("-example")).toList();
    }

    static List<Compiled> definitions() {
        return all().stream().filter(file -> !file.name.endsWith("-example")).toList();
    }

    static Compiled named(String name) {
        return read(FOLDER.resolve(name + ".json"));
    }

    @Override
    public String toString() {
        return name;
    }

    private static Compiled read(Path file) {
        try {
            return new Compiled(
                    file.getFileName().toString().replaceFirst("\\.json$", ""), JSON.readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
