package io.github.trdcare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A code of an outside system is used only if the list of code sources says where it comes from. */
class StoryCodesTest {

    private static final Path SOURCES = Path.of("../profiles/terminology/code-sources.csv");

    /** Systems that need no row there: ours, HL7's, units and languages. */
    private static final List<String> CHECKED_ELSEWHERE = List.of(
            Stories.BASE + "/",
            "http://terminology.hl7.org/",
            "http://hl7.org/fhir/us/core/CodeSystem/",
            "http://unitsofmeasure.org",
            "urn:ietf:bcp:47");

    static List<StoryFile> files() {
        return Stories.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyOutsideCodeHasASource(StoryFile file) throws IOException {
        assertThat(outsideCodes(file)).isSubsetOf(sourcedCodes());
    }

    private static Set<String> outsideCodes(StoryFile file) {
        return file.json().findParents("system").stream()
                .filter(node -> node.has("code"))
                .filter(node -> CHECKED_ELSEWHERE.stream().noneMatch(system(node)::startsWith))
                .map(node -> system(node) + "|" + node.get("code").asText())
                .collect(Collectors.toSet());
    }

    private static String system(JsonNode node) {
        return node.get("system").asText();
    }

    private static Set<String> sourcedCodes() throws IOException {
        try (Stream<String> lines = Files.lines(SOURCES)) {
            return lines.map(line -> line.split(",", 3))
                    .filter(columns -> columns.length == 3)
                    .map(columns -> columns[0] + "|" + columns[1])
                    .collect(Collectors.toSet());
        }
    }
}
