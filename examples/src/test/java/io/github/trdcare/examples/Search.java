package io.github.trdcare.examples;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;

/** A search by codes, answered without a server: what its parameters look at holds the code that was asked for. */
record Search(String type, Map<String, String> parameters) {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Path OURS = Path.of("../profiles/fsh-generated/resources");
    private static final List<JsonNode> PARAMETERS = ours();

    static Search parse(String query) {
        String[] parts = query.split("[?&]");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            parameters.put(parts[i].substring(0, parts[i].indexOf('=')), parts[i].substring(parts[i].indexOf('=') + 1));
        }
        return new Search(parts[0], parameters);
    }

    boolean finds(Resource resource) {
        return resource.fhirType().equals(type)
                && parameters.entrySet().stream().allMatch(asked -> holds(resource, asked.getKey(), asked.getValue()));
    }

    /** The expression of a search parameter of R4 or of ours; none where there is no such parameter. */
    String expression(String name) {
        RuntimeSearchParam core = FHIR.getResourceDefinition(type).getSearchParam(name);
        return core == null ? ourExpression(name) : core.getPath();
    }

    private boolean holds(Resource resource, String name, String code) {
        return FHIR.newFhirPath().evaluate(resource, expression(name), IBase.class).stream()
                .anyMatch(value -> is(value, code));
    }

    private static boolean is(IBase value, String code) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
        }
        if (value instanceof Coding coding) {
            return code.equals(coding.getCode());
        }
        String text = value instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : "";
        return text.equals(code) || text.replaceFirst("\\|.*", "").endsWith("/" + code);
    }

    private String ourExpression(String name) {
        return PARAMETERS.stream()
                .filter(parameter -> parameter.path("code").asText().equals(name))
                .filter(parameter -> parameter.path("base").toString().contains('"' + type + '"'))
                .map(parameter -> parameter.path("expression").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No search parameter: " + type + "?" + name));
    }

    private static List<JsonNode> ours() {
        try (Stream<Path> files = Files.list(OURS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("SearchParameter-"))
                    .map(Search::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        StringBuilder query = new StringBuilder(type);
        parameters.forEach((name, value) -> query.append(query.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
        return query.toString();
    }
}
