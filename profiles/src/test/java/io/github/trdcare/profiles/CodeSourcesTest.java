package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A code of an outside system is used only if the list of code sources says where it comes from. */
class CodeSourcesTest {

    private static final Path SOURCES = Path.of("terminology/code-sources.csv");
    private static final Path FSH = Path.of("input/fsh");
    private static final Pattern ROW = Pattern.compile("([^,\"]+),([^,\"]+),(\"[^\"]+\"|[^,\"]+),(\\S.*)");
    private static final Pattern ALIAS = Pattern.compile("(?m)^Alias: (\\$\\S+) = (\\S+)$");
    private static final Pattern CODE = Pattern.compile("(\\$[a-z0-9-]+|https?://[^\\s#\"]+)#([A-Za-z0-9.-]+)");

    static List<Compiled> compiled() {
        return Compiled.all();
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void everyOutsideCodeOfACompiledResourceHasASource(Compiled file) throws IOException {
        assertThat(sourced()).containsAll(OutsideCodes.of(file.json()));
    }

    @Test
    void everyOutsideCodeOfTheSourcesHasASource() throws IOException {
        String fsh = fsh();
        Map<String, String> aliases = aliases(fsh);
        Set<String> used = new TreeSet<>();
        for (Matcher found = CODE.matcher(fsh); found.find(); ) {
            String system = aliases.getOrDefault(found.group(1), found.group(1));
            if (OutsideCodes.outside(system)) {
                used.add(system + "|" + found.group(2));
            }
        }
        OutsideCodes.looksLikeLoinc(fsh).forEach(used::add);
        assertThat(sourced()).containsAll(used);
    }

    @Test
    void everyRowNamesSystemCodeLabelAndSource() throws IOException {
        assertThat(rows()).allMatch(row -> ROW.matcher(row).matches());
    }

    @Test
    void noCodeStandsTwice() throws IOException {
        assertThat(rows().stream().map(CodeSourcesTest::key)).doesNotHaveDuplicates();
    }

    @Test
    void noRowIsUnverifiedOrWeak() throws IOException {
        assertThat(rows()).noneMatch(row -> row.contains("UNVERIFIED") || row.contains("WEAK"));
    }

    private static List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(SOURCES);
        return lines.subList(1, lines.size());
    }

    private static Set<String> sourced() throws IOException {
        return rows().stream().map(CodeSourcesTest::key).collect(Collectors.toSet());
    }

    private static String key(String row) {
        String[] columns = row.split(",", 3);
        return columns[0] + "|" + columns[1];
    }

    private static String fsh() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(FSH)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }

    private static Map<String, String> aliases(String fsh) {
        Map<String, String> aliases = new HashMap<>();
        for (Matcher found = ALIAS.matcher(fsh); found.find(); ) {
            aliases.put(found.group(1), found.group(2));
        }
        return aliases;
    }
}
