package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the READMEs print is what the server says: each {@code curl} line is run, each path exists. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeIT {
    private static final Path ROOT = Path.of("..");

    @LocalServerPort
    private int port;

    /** A command after {@code $}, and the lines below it up to the next command, where {@code ...} stands for anything. */
    record Example(Path readme, String command, String answer) {
        @Override
        public String toString() {
            return ROOT.relativize(readme) + ": " + command;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void printsWhatTheServerAnswers(Example example) throws Exception {
        assertThat(answerTo(example.command()).strip()).matches(pattern(example.answer()));
    }

    @ParameterizedTest
    @MethodSource("storyQueries")
    void answersWhatAStoryAsks(Example query) throws Exception {
        assertThat(withoutSpace(answerTo(query.command()))).contains(withoutSpace(query.answer()));
    }

    private String answerTo(String command) throws Exception {
        Process curl = new ProcessBuilder(
                        "bash",
                        "-c",
                        command.replace("curl ", "curl --noproxy '*' -sS ")
                                .replace("localhost:8080", "localhost:" + port))
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).isZero();
        return said.replace("localhost:" + port, "localhost:8080");
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    /** In a story's README a command stands alone in its block, and the line below begins with what the answer holds. */
    static List<Example> storyQueries() throws IOException {
        Pattern query = Pattern.compile("```sh\n(curl '[^'\n]+')\n```\n`([^`\n]+)`");
        List<Example> queries = new ArrayList<>();
        for (Path readme : readmes()) {
            if (readme.toString().contains("/stories/")) {
                query.matcher(Files.readString(readme))
                        .results()
                        .forEach(match -> queries.add(new Example(readme, match.group(1), match.group(2))));
            }
        }
        return queries;
    }

    private static Pattern pattern(String answer) {
        String[] parts = answer.strip().split(Pattern.quote("..."), -1);
        List<String> quoted = Stream.of(parts).map(Pattern::quote).toList();
        return Pattern.compile(String.join(".*", quoted), Pattern.DOTALL);
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path readme : readmes()) {
            StringBuilder answer = null;
            String command = null;
            boolean console = false;
            for (String line : Files.readAllLines(readme)) {
                boolean fence = line.startsWith("```");
                if (command != null && (fence || line.startsWith("$ "))) {
                    examples.add(new Example(readme, command, answer.toString()));
                    command = null;
                }
                if (fence) {
                    console = line.equals("```console");
                } else if (console && line.startsWith("$ curl")) {
                    command = line.substring(2);
                    answer = new StringBuilder();
                } else if (command != null) {
                    answer.append(line).append('\n');
                }
            }
        }
        return examples;
    }

    private static List<Path> readmes() throws IOException {
        try (Stream<Path> files =
                Files.find(ROOT.resolve("examples"), 3, (path, about) -> path.endsWith("README.md"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), files)
                    .filter(path -> !path.toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyStoryAsksFourTimes() throws IOException {
        long stories = readmes().stream()
                .filter(path -> path.toString().contains("/stories/"))
                .count();
        assertThat(storyQueries()).hasSize((int) stories * 4);
    }

    @Test
    void hasFiveExamplesAtLeast() throws IOException {
        assertThat(examples())
                .filteredOn(example -> example.readme().equals(ROOT.resolve("README.md")))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void namesOnlyPathsAndClassesThatExist() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        List<String> missing = new ArrayList<>();
        Pattern.compile("`((?:server|profiles|examples)/[\\w./-]*)`")
                .matcher(readme)
                .results()
                .forEach(match -> {
                    if (!match.group(1).contains("target") && !Files.exists(ROOT.resolve(match.group(1)))) {
                        missing.add(match.group(1));
                    }
                });
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> classes =
                    sources.map(path -> path.getFileName().toString()).toList();
            Pattern.compile("`([A-Z]\\w+)`").matcher(readme).results().forEach(match -> {
                if (match.group(1).matches("[A-Z][a-z]+[A-Z]\\w+") && !classes.contains(match.group(1) + ".java")) {
                    missing.add(match.group(1));
                }
            });
        }
        assertThat(missing).isEmpty();
    }
}
