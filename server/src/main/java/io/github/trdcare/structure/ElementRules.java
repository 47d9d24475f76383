package io.github.trdcare.structure;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;

/** The required bindings and the reference targets of FHIR's own types, by element path ({@code Condition.subject}). */
final class ElementRules {
    private static final Set<String> CODED = Set.of("CodeableConcept", "Coding", "code");
    private static final String ANY = "Resource";

    private final Map<String, ElementRule> byPath = new HashMap<>();

    ElementRules(Collection<StructureDefinition> definitions) {
        definitions.stream()
                .filter(definition -> definition.getDerivation() != TypeDerivationRule.CONSTRAINT)
                .flatMap(definition -> definition.getSnapshot().getElement().stream())
                .forEach(this::keep);
    }

    /** The rule of an element; most have none. */
    ElementRule of(String path) {
        return byPath.getOrDefault(path, ElementRule.NONE);
    }

    private void keep(ElementDefinition element) {
        ElementRule rule = new ElementRule(requiredValueSet(element), targets(element));
        if (!rule.equals(ElementRule.NONE)) {
            byPath.put(element.getPath().replace("[x]", ""), rule);
        }
    }

    private static String requiredValueSet(ElementDefinition element) {
        boolean required = element.getBinding().getStrength() == BindingStrength.REQUIRED
                && element.getBinding().hasValueSet()
                && element.getType().stream().map(TypeRefComponent::getCode).anyMatch(CODED::contains);
        return required ? element.getBinding().getValueSet() : "";
    }

    private static Set<String> targets(ElementDefinition element) {
        Set<String> targets = element.getType().stream()
                .filter(type -> "Reference".equals(type.getCode()))
                .flatMap(ElementRules::targets)
                .collect(Collectors.toUnmodifiableSet());
        return targets.contains(ANY) ? Set.of() : targets;
    }

    private static Stream<String> targets(TypeRefComponent type) {
        return type.hasTargetProfile()
                ? type.getTargetProfile().stream()
                        .map(PrimitiveType::getValue)
                        .map(url -> url.substring(url.lastIndexOf('/') + 1))
                : Stream.of(ANY);
    }
}
