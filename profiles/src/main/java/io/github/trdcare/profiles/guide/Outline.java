package io.github.trdcare.profiles.guide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Which elements of a structure a reader has to know, and under which name. */
class Outline {

    private final StructureDefinition structure;

    Outline(StructureDefinition structure) {
        this.structure = structure;
    }

    Set<String> shown() {
        Set<String> touched = structure.getDifferential().getElement().stream()
                .map(ElementDefinition::getId)
                .collect(Collectors.toSet());
        Set<String> shown = new LinkedHashSet<>();
        for (ElementDefinition element : structure.getSnapshot().getElement()) {
            if (relevant(element, touched, shown)) {
                shown.add(element.getId());
            }
        }
        return shown;
    }

    private static boolean relevant(ElementDefinition element, Set<String> touched, Set<String> shown) {
        String id = element.getId();
        if (touched.contains(id) || touched.stream().anyMatch(other -> other.startsWith(id + "."))) {
            return !id.endsWith(".extension") && !id.endsWith(".modifierExtension");
        }
        boolean ofExtension = id.startsWith("Extension.") || id.contains("xtension:");
        return element.getMin() > 0 && !ofExtension && shown.contains(parent(id));
    }

    private static String parent(String id) {
        int dot = id.lastIndexOf('.');
        return dot < 0 ? "" : id.substring(0, dot);
    }

    /** The url and the value of a part stand in the row of the part itself. */
    static boolean insideOfPart(ElementDefinition element) {
        String id = element.getId();
        return id.matches(".*xtension:[A-Za-z-]+\\.(url|value\\[x\\].*|extension|id)")
                || id.equals("Extension.url")
                || id.equals("Extension.value[x]") && element.getMax().equals("0");
    }

    /** {@code Procedure.extension:number} as {@code extension[number]}. */
    static String label(ElementDefinition element, List<ElementDefinition> all) {
        return withinChoice(element.getId(), all)
                .replaceFirst("^[A-Za-z]+\\.", "")
                .replaceAll("[a-z]+\\[x\\]:", "")
                .replaceAll(":([A-Za-z-]+)", "[$1]");
    }

    /** {@code performed[x].start} as {@code performedPeriod.start} where the choice has one type. */
    private static String withinChoice(String id, List<ElementDefinition> all) {
        int inside = id.indexOf("[x].");
        return all.stream()
                .filter(other -> inside > 0 && other.getId().equals(id.substring(0, inside + 3)))
                .filter(other -> other.getType().size() == 1)
                .map(other -> withType(other.getId(), other, other) + id.substring(inside + 3))
                .findFirst()
                .orElse(id);
    }

    /** A choice of one type is written with that type: {@code performedPeriod}. */
    static String withType(String label, ElementDefinition typed, ElementDefinition element) {
        if (typed.getType().size() != 1) {
            return label;
        }
        String type = typed.getType().get(0).getCode();
        String written = Character.toUpperCase(type.charAt(0)) + type.substring(1);
        if (label.endsWith("[x]")) {
            return label.substring(0, label.length() - 3) + written;
        }
        return typed == element ? label : label + ".value" + written;
    }

    static boolean complex(StructureDefinition extension) {
        return extension.getDifferential().getElement().stream()
                .anyMatch(element -> element.getId().startsWith("Extension.extension:"));
    }

    /** The value of a part of an extension, which has no profile of its own; any other element is its own value. */
    static ElementDefinition valueOf(ElementDefinition element, List<ElementDefinition> all) {
        return all.stream()
                .filter(other -> element.getId().contains("xtension:")
                        && other.getId().equals(element.getId() + ".value[x]")
                        && !other.getMax().equals("0"))
                .findFirst()
                .orElse(element);
    }
}
