package io.github.trdcare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A story's README tells of the files that are there and asks for what is in them; the server's ReadmeIT asks in earnest. */
class StoryReadmeTest {

    private static final String QUERY = "^curl 'http://localhost:8080/fhir/([^']+)'$";
    private static final String FILE = "^\\| `([^`]+\\.json)` \\|";
    private static final String ADDRESS = "\\b([A-Z][A-Za-z]+/[a-z][a-z0-9-]+)\\b";

    static List<Story> stories() {
        return Stories.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void listsEveryFileInOrder(Story story) throws IOException {
        List<String> files = story.files().stream().map(StoryFile::name).toList();
        assertThat(all(FILE, readme(story))).isEqualTo(files);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void asksFourQuestionsAboutItsOwnResourcesAndOneOfThemClinical(Story story) throws IOException {
        Set<String> types =
                story.resources().map(resource -> resource.fhirType()).collect(Collectors.toSet());
        Set<String> addresses = story.resources()
                .map(resource -> resource.fhirType() + "/" + resource.getIdPart())
                .collect(Collectors.toSet());
        List<String> queries = all(QUERY, readme(story));
        assertThat(queries).filteredOn(query -> query.contains("/$")).isNotEmpty();
        assertThat(queries).hasSize(4).allSatisfy(query -> {
            assertThat(types).contains(query.split("[/?]")[0]);
            assertThat(addressesIn(query)).isNotEmpty().isSubsetOf(addresses);
        });
    }

    @ParameterizedTest
    @MethodSource("stories")
    void standsInTheTableOfStories(Story story) throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("[" + story.name() + "](stories/" + story.name() + "/README.md)");
    }

    /** What looks like the address of a resource, but not the canonical of a definition. */
    private static List<String> addressesIn(String query) {
        return all(ADDRESS, query.replaceAll("https?://[^&|]+", ""));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String readme(Story story) throws IOException {
        return Files.readString(Path.of("stories", story.name(), "README.md"));
    }
}
