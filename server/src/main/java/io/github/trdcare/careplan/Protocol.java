package io.github.trdcare.careplan;

import io.github.trdcare.chart.Ours;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;

/**
 * A protocol with the definitions that its steps name.
 *
 * @param definitions activities and further protocols, by the canonical that names them
 */
public record Protocol(PlanDefinition definition, Map<String, MetadataResource> definitions) {

    /** The canonicals that a protocol's steps name. */
    public static List<String> named(PlanDefinition definition) {
        return leaves(definition.getAction())
                .filter(PlanDefinitionActionComponent::hasDefinitionCanonicalType)
                .map(action -> action.getDefinitionCanonicalType().getValue())
                .distinct()
                .toList();
    }

    /** The steps that are not split further. */
    List<PlanDefinitionActionComponent> steps() {
        return leaves(definition.getAction()).toList();
    }

    Optional<MetadataResource> definitionOf(PlanDefinitionActionComponent step) {
        return step.hasDefinitionCanonicalType()
                ? Optional.ofNullable(
                        definitions.get(step.getDefinitionCanonicalType().getValue()))
                : Optional.empty();
    }

    String version() {
        return definition.hasVersion() ? definition.getVersion() : "";
    }

    /** The address by which a plan says what it instantiates. */
    String canonical() {
        return version().isEmpty() ? definition.getUrl() : definition.getUrl() + "|" + version();
    }

    /** The name under which the tables know a protocol of ours. */
    Optional<String> name() {
        String folder = Ours.BASE + "/PlanDefinition/";
        return Optional.ofNullable(definition.getUrl())
                .filter(url -> url.startsWith(folder))
                .map(url -> url.substring(folder.length()));
    }

    private static Stream<PlanDefinitionActionComponent> leaves(List<PlanDefinitionActionComponent> actions) {
        return actions.stream().flatMap(action -> action.hasAction() ? leaves(action.getAction()) : Stream.of(action));
    }
}
