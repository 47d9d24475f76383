package io.github.trdcare.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table that maps what the product must represent to profiles, stories and searches. */
final class Coverage {

    private static final Path TABLE = Path.of("coverage.csv");
    private static final String HEAD = """
            # Coverage

            What must be representable, the profile for it, a story that shows it, and a search that finds it.
            Made from `coverage.csv` by `CoverageTest`; write it anew with `./mvnw -pl profiles,examples verify -Dcoverage.write=true`.

            | | what | profile | story | search |
            | --- | --- | --- | --- | --- |
            """;

    private Coverage() {}

    static List<CoverageRow> rows() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .skip(1)
                    .map(CoverageRow::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The story whose folder begins with that number, if it has been written. */
    static Optional<Story> story(String number) {
        return Stories.all().stream()
                .filter(story -> story.name().startsWith(number + "-"))
                .findFirst();
    }

    static String page() {
        return HEAD + rows().stream().map(Coverage::line).collect(Collectors.joining());
    }

    private static String line(CoverageRow row) {
        String profiles = row.profiles().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
        String stories = row.stories().stream().map(Coverage::link).collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s | `%s` |%n"
                .formatted(row.row(), row.what(), profiles, stories, row.search())
                .replace("\r", "");
    }

    private static String link(String number) {
        return story(number)
                .map(story -> "[%s](stories/%s/README.md)".formatted(number, story.name()))
                .orElse(number);
    }
}
