package io.github.trdcare.profiles.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;

/** Says of one element, in the words of a table: how often, of what type, which codes, and what it means. */
class ElementRow {

    static final List<String> COLUMNS =
            List.of("Element", "Card.", "Type", "Must support", "Codes, fixed values", "Meaning");

    private static final int CODES_SHOWN = 16;

    private final Library catalogue;

    ElementRow(Library catalogue) {
        this.catalogue = catalogue;
    }

    List<Cell> of(String label, int indent, ElementDefinition element, ElementDefinition typed) {
        return row(Cell.of(label), indent, element, typed, values(typed), meaning(element));
    }

    /** An extension leads to its own page, and says under which address it is written. */
    List<Cell> of(String label, int indent, ElementDefinition element, ElementDefinition typed, String url) {
        List<Cell.Text> values = new ArrayList<>();
        values.add(new Cell.Text("url " + url, null));
        if (typed != element && typed.getBinding().hasValueSet()) {
            values.add(new Cell.Text("; ", null));
            values.addAll(values(typed));
        }
        return row(
                Cell.link(label, catalogue.page(url).orElse(null)),
                indent,
                element,
                typed,
                values,
                Cell.of(plain(element.getDefinition())));
    }

    private List<Cell> row(
            Cell label,
            int indent,
            ElementDefinition element,
            ElementDefinition typed,
            List<Cell.Text> values,
            Cell meaning) {
        return List.of(
                label.asCode().indentedBy(indent),
                Cell.of(element.getMin() + ".." + element.getMax()),
                Cell.of(type(typed)),
                Cell.of(element.getMustSupport() ? "yes" : ""),
                Cell.of(values),
                meaning);
    }

    private Cell meaning(ElementDefinition element) {
        String definition = plain(element.getDefinition());
        String words = element.getShort() == null ? definition : element.getShort();
        boolean says = !definition.isBlank() && !definition.equals(words) && !definition.equals("An Extension");
        return Cell.of(words).noted(says ? definition : null);
    }

    private List<Cell.Text> type(ElementDefinition element) {
        List<Cell.Text> texts = new ArrayList<>();
        for (TypeRefComponent type : element.getType()) {
            if (!texts.isEmpty()) {
                texts.add(new Cell.Text(" or ", null));
            }
            texts.add(new Cell.Text(name(type), null));
            texts.addAll(targets(type.getTargetProfile()));
        }
        return texts;
    }

    private static String name(TypeRefComponent type) {
        return type.getCode().startsWith("http") ? "string" : type.getCode();
    }

    private List<Cell.Text> targets(List<CanonicalType> profiles) {
        if (profiles.isEmpty()) {
            return List.of();
        }
        String names = profiles.stream()
                .map(profile -> Library.lastWord(profile.getValue()))
                .collect(Collectors.joining(" or "));
        return List.of(new Cell.Text("(" + names + ")", null));
    }

    private List<Cell.Text> values(ElementDefinition element) {
        List<Cell.Text> texts = new ArrayList<>();
        if (element.hasFixed() || element.hasPattern()) {
            texts.add(new Cell.Text(
                    FixedValue.words(element.hasFixed() ? element.getFixed() : element.getPattern()), null));
        }
        boolean binds = element.getBinding().hasValueSet()
                && element.getBinding().getStrength() != BindingStrength.EXAMPLE
                && !"0".equals(element.getMax());
        if (binds && texts.isEmpty()) {
            bound(element, texts);
        }
        return texts;
    }

    private void bound(ElementDefinition element, List<Cell.Text> texts) {
        String url = element.getBinding().getValueSet();
        texts.add(catalogue.named(url));
        texts.add(new Cell.Text(" (" + element.getBinding().getStrength().toCode() + ")", null));
        List<Code> codes =
                catalogue.valueSet(url).stream().flatMap(catalogue::codes).toList();
        if (!codes.isEmpty() && codes.size() <= CODES_SHOWN) {
            String list = codes.stream().map(Code::code).collect(Collectors.joining(", "));
            String systems = codes.stream().map(Code::system).distinct().collect(Collectors.joining(", "));
            boolean bareCode = element.getType().stream().allMatch(type -> "code".equals(type.getCode()));
            texts.add(new Cell.Text(": " + list + (bareCode ? "" : " of " + systems), null));
        }
    }

    /** Markdown links and line breaks of the base specification as plain words. */
    private static String plain(String markdown) {
        return markdown == null
                ? ""
                : markdown.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
