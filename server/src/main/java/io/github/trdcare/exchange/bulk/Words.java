package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.door.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** The parameters of a request, from its address or its body, by name. */
final class Words {
    private static final Set<String> OF_EVERY_REQUEST = Set.of("_format", "_pretty");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Words() {}

    static Words of(RequestDetails request) {
        Words words = new Words();
        request.getParameters().forEach((name, values) -> words.at(name).addAll(List.of(values)));
        if (request.getResource() instanceof Parameters body) {
            body.getParameter()
                    .forEach(parameter -> words.at(parameter.getName()).add(text(parameter)));
        }
        return words;
    }

    private List<String> at(String name) {
        return values.computeIfAbsent(name, none -> new ArrayList<>());
    }

    private static String text(ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof Reference reference) {
            return reference.hasReference() ? reference.getReference() : "";
        }
        return parameter.hasValue() && parameter.getValue().isPrimitive()
                ? parameter.getValue().primitiveValue()
                : "";
    }

    /** Refuses what the operation does not know: an answer to less than was asked would be a wrong one. */
    void allow(String operation, Set<String> known) {
        values.keySet().stream()
                .filter(name -> !known.contains(name) && !OF_EVERY_REQUEST.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RefusedException.unreadable(
                            name, operation + " does not know " + name + "; it knows " + new TreeSet<>(known));
                });
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw RefusedException.unreadable(name, name + " may stand once, and stands " + all.size() + " times");
        }
        return all.stream().findFirst();
    }
}
