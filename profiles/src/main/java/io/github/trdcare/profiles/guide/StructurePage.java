package io.github.trdcare.profiles.guide;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;

/** A profile or an extension: narrative, what it adds to its base, its rules, and examples. */
class StructurePage {

    private static final String HOW_TO_READ =
            "<p><code>extension[name]</code> is a member of the <code>extension</code> array,"
                    + " with the <code>url</code> that its row names; the word after the dot is the JSON name of its value. The rows"
                    + " set in below it are its parts: members of its own <code>extension</code> array, and the <code>url</code> of a"
                    + " part is its bare name. Elements of FHIR R4 that are not listed may be used as the standard says.</p>";

    private final Library catalogue;
    private final ElementRow row;
    private final Map<String, ElementDefinitionConstraintComponent> rules = new LinkedHashMap<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    StructurePage(Library catalogue) {
        this.catalogue = catalogue;
        this.row = new ElementRow(catalogue);
    }

    Page of(Definition definition, String narrative, List<DomainResource> examples) {
        StructureDefinition structure = (StructureDefinition) definition.resource();
        elements(structure, 0);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.table(null, List.of("", ""), facts(structure)));
        sections.add(Section.html(narrative));
        sections.add(Section.table("Elements", ElementRow.COLUMNS, rows).introducedBy(HOW_TO_READ));
        sections.add(Section.table("Rules", List.of("Rule", "Says", "FHIRPath"), rules()));
        for (DomainResource example : examples) {
            sections.add(Section.listing("Example: " + example.getIdElement().getIdPart(), json(example)));
        }
        return Page.of(definition, sections.toArray(Section[]::new));
    }

    private List<List<Cell>> facts(StructureDefinition structure) {
        String base = structure.getType().equals("Extension") ? contexts(structure) : structure.getType();
        String label = structure.getType().equals("Extension") ? "Stands on" : "Resource";
        return List.of(
                List.of(Cell.of(label), Cell.of(base)),
                List.of(
                        Cell.of(structure.getType().equals("Extension") ? "url" : "meta.profile"),
                        Cell.of(structure.getUrl()).asCode()));
    }

    private static String contexts(StructureDefinition structure) {
        return structure.getContext().stream()
                .map(context -> context.getExpression())
                .collect(Collectors.joining(", "));
    }

    /** Every element that the differential touches, what it stands in, and what the base makes mandatory. */
    private void elements(StructureDefinition structure, int indent) {
        List<ElementDefinition> all = structure.getSnapshot().getElement();
        Set<String> shown = new Outline(structure).shown();
        all.stream().filter(element -> shown.contains(element.getId())).forEach(element -> {
            remember(element);
            if (!element.getId().equals(structure.getType()) && !Outline.insideOfPart(element)) {
                add(element, all, indent);
            }
        });
    }

    private void add(ElementDefinition element, List<ElementDefinition> all, int indent) {
        String label = Outline.label(element, all);
        int depth = indent + (int) label.chars().filter(letter -> letter == '.').count();
        StructureDefinition extension = extension(element);
        ElementDefinition typed = extension == null ? Outline.valueOf(element, all) : value(extension, element);
        String name = Outline.withType(label, typed, element);
        if (extension == null) {
            rows.add(row.of(name, depth, element, typed));
            return;
        }
        rows.add(row.of(name, depth, element, typed, extension.getUrl()));
        remember(extension.getSnapshot().getElementFirstRep());
        if (Outline.complex(extension)) {
            elements(extension, depth + 1);
        }
    }

    /** The extension of ours that an element is, if it is one. */
    private StructureDefinition extension(ElementDefinition element) {
        return element.getType().stream()
                .filter(type -> "Extension".equals(type.getCode()))
                .flatMap(type -> type.getProfile().stream())
                .map(CanonicalType::getValue)
                .flatMap(url -> catalogue.structure(url).stream())
                .findFirst()
                .orElse(null);
    }

    private static ElementDefinition value(StructureDefinition extension, ElementDefinition element) {
        return Outline.complex(extension)
                ? element
                : extension.getSnapshot().getElement().stream()
                        .filter(held -> held.getId().startsWith("Extension.value"))
                        .findFirst()
                        .orElse(element);
    }

    private void remember(ElementDefinition element) {
        element.getConstraint().stream()
                .filter(rule ->
                        rule.getKey().startsWith("trd-") || rule.getKey().startsWith("tms-"))
                .forEach(rule -> rules.put(rule.getKey(), rule));
    }

    private List<List<Cell>> rules() {
        return rules.values().stream()
                .map(rule -> List.of(
                        Cell.of(rule.getKey()).asCode(),
                        Cell.of(rule.getHuman()),
                        Cell.of("").noted(rule.getExpression())))
                .toList();
    }

    private static String json(DomainResource example) {
        return FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(example);
    }
}
