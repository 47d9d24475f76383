package io.github.trdcare;

import io.github.trdcare.chart.Chart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A hand-worked case: a patient in lines of text, the answer that the source leads to, and how it does.
 *
 * @param why how the expected answer follows from the source
 * @param expect figures of the answer by name; {@code -} means that there is none
 */
public record ClinicalCase(
        String name, String why, String asOf, String policy, List<String> patient, Map<String, String> expect) {

    public static Stream<ClinicalCase> in(String file) {
        try (InputStream text = ClinicalCase.class.getResourceAsStream("/cases/" + file)) {
            List<Map<String, Object>> cases = new Yaml(new Plain()).load(Objects.requireNonNull(text, file));
            return cases.stream().map(ClinicalCase::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Chart chart() {
        return PatientText.chart(patient, asOf);
    }

    /** What an answer says of the figures that this case is about. */
    public Map<String, String> said(Map<String, String> answer) {
        Map<String, String> said = new LinkedHashMap<>();
        expect.keySet().forEach(name -> said.put(name, answer.getOrDefault(name, "-")));
        return said;
    }

    @Override
    public String toString() {
        return name;
    }

    @SuppressWarnings("unchecked")
    private static ClinicalCase of(Map<String, Object> entry) {
        return new ClinicalCase(
                text(entry, "case"),
                text(entry, "why"),
                text(entry, "asOf"),
                entry.getOrDefault("policy", "consensus").toString(),
                (List<String>) entry.get("patient"),
                (Map<String, String>) entry.get("expect"));
    }

    private static String text(Map<String, Object> entry, String name) {
        return Objects.requireNonNull(entry.get(name), () -> name + " is missing in " + entry)
                .toString();
    }

    /** Dates and numbers stay the text that was written. */
    private static final class Plain extends SafeConstructor {
        Plain() {
            super(new LoaderOptions());
        }

        @Override
        protected Object constructObject(Node node) {
            return node instanceof ScalarNode scalar ? scalar.getValue() : super.constructObject(node);
        }
    }
}
