package io.github.trdcare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of what the product must represent has a profile, a story and a search that finds it there. */
class CoverageTest {

    /** False since all stories are there: a row without its story fails. */
    private static final boolean STORIES_MAY_BE_MISSING = false;

    private static final Path PAGE = Path.of("COVERAGE.md");
    private static final Path DEFINITIONS = Path.of("../profiles/fsh-generated/resources");

    static List<CoverageRow> rows() {
        return Coverage.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyNamedProfileExists(CoverageRow row) {
        assertThat(row.profiles())
                .allSatisfy(id ->
                        assertThat(plainResource(id) || profile(id)).as(id).isTrue());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyNamedSearchParameterExists(CoverageRow row) {
        assertThat(row.search().parameters().keySet())
                .allSatisfy(name -> assertThat(row.search().expression(name)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsFoundInOneOfItsStories(CoverageRow row) {
        List<Story> written = row.stories().stream()
                .map(Coverage::story)
                .flatMap(Optional::stream)
                .toList();
        boolean waiting =
                STORIES_MAY_BE_MISSING && written.size() < row.stories().size();
        boolean found = written.stream().flatMap(Story::resources).anyMatch(row.search()::finds);
        assertThat(found || waiting)
                .as("%s finds something in a story of %s", row.search(), row.stories())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyNamedStoryExists(CoverageRow row) {
        assertThat(row.stories())
                .allMatch(number ->
                        STORIES_MAY_BE_MISSING || Coverage.story(number).isPresent());
    }

    @Test
    void everyProfileServesSomeRow() throws IOException {
        List<String> used =
                rows().stream().flatMap(row -> row.profiles().stream()).toList();
        assertThat(profiles()).isNotEmpty().allMatch(used::contains);
    }

    @Test
    void pageIsNotStale() throws IOException {
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(PAGE, Coverage.page());
        }
        assertThat(Files.readString(PAGE))
                .as("COVERAGE.md; write it anew with -Dcoverage.write=true")
                .isEqualTo(Coverage.page());
    }

    private static boolean plainResource(String name) {
        return Stream.of(ResourceType.values()).anyMatch(type -> type.name().equals(name));
    }

    private static boolean profile(String id) {
        return Files.exists(DEFINITIONS.resolve("StructureDefinition-" + id + ".json"));
    }

    private static List<String> profiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../profiles/input/pagecontent"))) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .filter(id -> !id.equals("index"))
                    .collect(Collectors.toList());
        }
    }
}
