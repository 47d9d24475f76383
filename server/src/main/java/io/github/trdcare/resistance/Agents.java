package io.github.trdcare.resistance;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CodeableConcept;

/** Finds the agents behind a medication: by ingredient, by clinical drug, else by name. */
public final class Agents {
    public static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private final Map<String, Agent> byName = new TreeMap<>();
    private final Map<String, List<Product>> byCode = new HashMap<>();

    private Agents() {}

    public static Agents read(Knowledge knowledge) {
        Agents agents = new Agents();
        knowledge.table("agents.csv").values().stream().map(Agent::of).forEach(agents::add);
        knowledge.table("drugs.csv").values().forEach(agents::addDrug);
        return agents;
    }

    public Optional<Agent> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The agents of a medication; none when neither a code nor a name is known. */
    List<Product> of(CodeableConcept medication) {
        return Coded.in(medication, RXNORM).map(byCode::get).orElseGet(() -> named(medication));
    }

    private void add(Agent agent) {
        byName.put(agent.name(), agent);
        agent.rxnorm()
                .ifPresent(code ->
                        byCode.put(code, List.of(new Product(agent, Optional.empty(), Optional.empty(), false))));
    }

    private void addDrug(Row row) {
        List<String> names = row.texts("agents");
        List<String> strengths = row.texts("strengths_mg");
        if (!strengths.isEmpty() && strengths.size() != names.size()) {
            throw row.wrong("has " + names.size() + " agents and " + strengths.size() + " strengths");
        }
        byCode.put(
                row.key(),
                IntStream.range(0, names.size())
                        .mapToObj(i -> new Product(
                                find(names.get(i))
                                        .orElseThrow(() -> row.wrong("agent is not in agents.csv: " + names.get(i))),
                                strengths.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(strengths.get(i))),
                                row.optional("form"),
                                false))
                        .toList());
    }

    /** By the longest name first, so that a combination is not taken for one of its parts. */
    private List<Product> named(CodeableConcept medication) {
        String words = String.join(" ", Coded.words(medication).toList()).toLowerCase(Locale.ROOT);
        List<Agent> found = byName.values().stream()
                .filter(agent -> agent.names().stream().anyMatch(name -> contains(words, name)))
                .toList();
        return found.stream()
                .filter(agent -> found.stream()
                        .noneMatch(other -> other != agent
                                && other.name().contains(agent.name())
                                && other.name().contains("/")))
                .map(agent -> new Product(agent, Optional.empty(), Optional.empty(), true))
                .toList();
    }

    private static boolean contains(String words, String name) {
        return Pattern.compile("(?<![a-z])" + Pattern.quote(name) + "(?![a-z])")
                .matcher(words)
                .find();
    }
}
