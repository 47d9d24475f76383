package io.github.trdcare.structure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;

/** The codes of value sets, expanded once when first asked for; a set that cannot be expanded binds nobody. */
final class RequiredCodes {
    private final Function<String, Optional<ValueSet>> expansion;
    private final Map<String, Set<String>> codes = new ConcurrentHashMap<>();

    /** Takes what expands a value set by its URL, or says that it cannot. */
    RequiredCodes(Function<String, Optional<ValueSet>> expansion) {
        this.expansion = expansion;
    }

    /** Whether one of these codings is in the value set, or nobody can tell. */
    boolean allow(String valueSet, List<Coding> codings) {
        Set<String> allowed = codes.computeIfAbsent(valueSet, this::expand);
        return allowed.isEmpty()
                || codings.stream().anyMatch(coding -> allowed.contains(key(coding.getSystem(), coding.getCode())));
    }

    /** Whether this bare code is in the value set, whatever its system, or nobody can tell. */
    boolean allow(String valueSet, String code) {
        Set<String> allowed = codes.computeIfAbsent(valueSet, this::expand);
        return allowed.isEmpty() || allowed.stream().anyMatch(key -> key.endsWith("|" + code));
    }

    private Set<String> expand(String valueSet) {
        return expansion.apply(valueSet).stream()
                .flatMap(expanded -> all(expanded.getExpansion().getContains()))
                .map(concept -> key(concept.getSystem(), concept.getCode()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<ValueSetExpansionContainsComponent> all(List<ValueSetExpansionContainsComponent> concepts) {
        return concepts.stream().flatMap(concept -> Stream.concat(Stream.of(concept), all(concept.getContains())));
    }

    private static String key(String system, String code) {
        return system + "|" + code;
    }
}
