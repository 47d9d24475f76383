package io.github.trdcare.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A code of an outside system stands in a clinical table only if the list of code sources says where it comes from. */
class KnowledgeCodesTest {
    private static final Path TABLES = Path.of("src/main/resources/knowledge");
    private static final Path SOURCES = Path.of("../profiles/terminology/code-sources.csv");
    private static final Pattern CODE = Pattern.compile("(http[^\\s|\\[\",]+)\\|([A-Za-z0-9.-]+)");
    private static final String OURS = "https://trd-care.github.io/";
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm,";

    @Test
    void everyCodeOfADocumentHasASource() throws IOException {
        assertThat(sourced()).containsAll(coded());
    }

    @Test
    void everyIngredientHasASource() {
        assertThat(Knowledge.shipped().table("agents.csv").values().stream()
                        .flatMap(agent -> agent.optional("rxnorm").stream())
                        .map(code -> RXNORM + code))
                .allMatch(code -> sourced().contains(code));
    }

    @Test
    void everyClinicalDrugSaysWhereItComesFrom() {
        assertThat(Knowledge.shipped().table("drugs.csv").values())
                .allMatch(drug -> drug.optional("source").isPresent());
    }

    private static Set<String> coded() throws IOException {
        try (Stream<Path> files = Files.walk(TABLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> CODE.matcher(text(file)).results())
                    .filter(code -> !code.group(1).startsWith(OURS))
                    .map(code -> code.group(1) + "," + code.group(2))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> sourced() {
        return text(SOURCES)
                .lines()
                .map(row -> row.split(",", 3))
                .map(row -> row[0] + "," + row[1])
                .collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
