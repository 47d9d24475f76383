package io.github.trdcare;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.careplan.Protocol;
import io.github.trdcare.chart.Ours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** The protocols as they are published, and inputs for them in one line of text. */
public final class ShippedProtocol {
    private static final Path PUBLISHED = Path.of("../profiles/fsh-generated/resources");

    private ShippedProtocol() {}

    public static Protocol named(String id) {
        PlanDefinition definition = (PlanDefinition) read("PlanDefinition-" + id);
        Map<String, MetadataResource> definitions = new HashMap<>();
        Protocol.named(definition)
                .forEach(canonical -> definitions.put(
                        canonical,
                        read(canonical.substring(Ours.BASE.length() + 1).replace('/', '-'))));
        return new Protocol(definition, definitions);
    }

    /** {@code name=value} for each input; one that the protocol does not declare is a string. */
    public static Map<String, Type> inputs(String id, String text) {
        Map<String, Type> inputs = new TreeMap<>();
        Stream.of(text.split(" ")).filter(word -> word.contains("=")).forEach(word -> {
            String[] parts = word.split("=", 2);
            inputs.put(parts[0], value(type(id, parts[0]), parts[1]));
        });
        return inputs;
    }

    private static Type value(String type, String text) {
        return switch (type) {
            case "Reference" -> new Reference(text);
            case "decimal" -> new DecimalType(text);
            case "positiveInt" -> new PositiveIntType(text);
            case "code" -> new CodeType(text);
            case "Quantity" ->
                new Quantity()
                        .setValue(new BigDecimal(text.replaceAll("[a-zA-Z]", "")))
                        .setSystem("http://unitsofmeasure.org")
                        .setCode(text.replaceAll("[0-9.]", ""));
            default -> new StringType(text);
        };
    }

    private static String type(String id, String input) {
        return ((PlanDefinition) read("PlanDefinition-" + id))
                .getExtensionsByUrl(Ours.definition("instantiate-input")).stream()
                        .filter(each -> input.equals(
                                each.getExtensionByUrl("name").getValue().primitiveValue()))
                        .map(each -> each.getExtensionByUrl("type").getValue().primitiveValue())
                        .findFirst()
                        .orElse("string");
    }

    private static MetadataResource read(String name) {
        try {
            return (MetadataResource) FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(Files.readString(PUBLISHED.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
