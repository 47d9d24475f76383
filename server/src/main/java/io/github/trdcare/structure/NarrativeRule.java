package io.github.trdcare.structure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** What a narrative may hold: formatting, links and images, and nothing that runs (R4, invariant txt-1). */
final class NarrativeRule {
    /** Chapters 7 to 11 (but for 9.4) and 15 of HTML 4.0, with links and images. */
    private static final List<String> ELEMENTS =
            List.of(("div span h1 h2 h3 h4 h5 h6 address bdo em strong dfn code samp kbd"
                            + " var cite abbr acronym blockquote q sub sup p br pre ul ol li dl dt dd table caption thead tfoot tbody"
                            + " colgroup col tr th td b i big small strike s u tt font hr a img map area")
                    .split(" "));

    private static final List<String> ADDRESSES =
            List.of("http:", "https:", "mailto:", "tel:", "#", "data:image/", "cid:");

    private NarrativeRule() {}

    /** The first thing in a narrative that does not belong there. */
    static Optional<String> fault(XhtmlNode node) {
        if (node.getNodeType() != NodeType.Element) {
            return Optional.empty();
        }
        if (!ELEMENTS.contains(node.getName())) {
            return Optional.of("holds the element " + node.getName() + ", which a narrative may not hold");
        }
        return node.getAttributes().entrySet().stream()
                .filter(NarrativeRule::runs)
                .findFirst()
                .map(attribute -> "holds the attribute " + attribute.getKey() + " with what may run")
                .or(() -> node.getChildNodes().stream()
                        .flatMap(child -> fault(child).stream())
                        .findFirst());
    }

    private static boolean runs(Map.Entry<String, String> attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
        boolean address = name.equals("href") || name.equals("src");
        boolean scheme = value.matches("[^/#?]*:.*");
        return name.startsWith("on") || address && scheme && ADDRESSES.stream().noneMatch(value::startsWith);
    }
}
