package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rendered guide: a page for every definition, and no link that leads nowhere. */
class GuideTest {

    private static final Path GUIDE = Path.of("target/classes/META-INF/resources/guide");
    private static final Path NARRATIVES = Path.of("input/pagecontent");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile("\\bid=\"([^\"]+)\"");

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhereInsideTheGuide(String page) {
        assertThat(links(page)).isNotEmpty().allSatisfy(link -> assertThat(leadsSomewhere(page, link))
                .as(link)
                .isTrue());
    }

    @Test
    void everyDefinitionHasAPageAndItsJson() {
        assertThat(Compiled.definitions()).allSatisfy(file -> {
            assertThat(GUIDE.resolve(file.name() + ".html")).exists();
            assertThat(GUIDE.resolve(file.name() + ".json")).exists();
        });
    }

    @Test
    void indexLeadsToEveryPage() throws IOException {
        assertThat(links("index.html"))
                .containsAll(pages().stream()
                        .filter(page -> !page.equals("index.html"))
                        .toList());
    }

    @Test
    void everyProfileHasANarrativeAndEveryNarrativeAProfile() throws IOException {
        Set<String> profiles = Compiled.definitions().stream()
                .filter(file -> file.name().startsWith("StructureDefinition-"))
                .filter(file -> !file.json().path("type").asText().equals("Extension"))
                .map(file -> file.json().path("id").asText())
                .collect(Collectors.toSet());
        profiles.add("index");
        try (Stream<Path> files = Files.list(NARRATIVES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(profiles);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageLoadsNothingFromElsewhere(String page) {
        assertThat(read(page)).doesNotContain("<script").doesNotContain("@import");
    }

    @Test
    void pageOfASessionSaysEveryPartOfABlock() {
        assertThat(read("StructureDefinition-tms-session.html"))
                .contains("extension[pulsesTotal].valueUnsignedInt", "tms-sess-1", "&quot;valuePositiveInt&quot;: 12");
    }

    /** Written from the page of the profile alone, by somebody who had not seen an example: what is unclear there fails here. */
    @Test
    void sessionWrittenFromThePageAloneIsValid() throws IOException {
        String written = Files.readString(Path.of("src/test/resources/session-by-a-newcomer.json"));
        assertThat(GuideValidator.INSTANCE.errors(written)).isEmpty();
    }

    private static boolean leadsSomewhere(String page, String link) {
        String[] parts = link.split("#", 2);
        String target = parts[0].isEmpty() ? page : parts[0];
        return Files.exists(GUIDE.resolve(target))
                && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    private static Set<String> links(String page) {
        return found(LINK, page);
    }

    private static Set<String> anchors(String page) {
        return found(ANCHOR, page);
    }

    private static Set<String> found(Pattern pattern, String page) {
        return pattern.matcher(read(page))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(String page) {
        try {
            return Files.readString(GUIDE.resolve(page));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
