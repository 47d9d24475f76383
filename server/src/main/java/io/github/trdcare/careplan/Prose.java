package io.github.trdcare.careplan;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;

/** Words for a reader without software: what stands in the record is text in it, never markup. */
public final class Prose {
    private final StringBuilder html = new StringBuilder();

    public Prose paragraph(String text) {
        html.append(element("p", escaped(text)));
        return this;
    }

    /** Nothing where there is nothing to list. */
    public Prose list(List<String> lines) {
        if (!lines.isEmpty()) {
            html.append(element(
                    "ul",
                    lines.stream().map(line -> element("li", escaped(line))).collect(Collectors.joining())));
        }
        return this;
    }

    /** A table with a line of headings. */
    public Prose table(List<String> headings, List<List<String>> rows) {
        String body = rows.stream().map(row -> row("td", row)).collect(Collectors.joining());
        html.append(element("table", element("thead", row("th", headings)) + element("tbody", body)));
        return this;
    }

    public Narrative narrative() {
        Narrative narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
        narrative.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + html + "</div>");
        return narrative;
    }

    private static String row(String cell, List<String> texts) {
        return element(
                "tr", texts.stream().map(text -> element(cell, escaped(text))).collect(Collectors.joining()));
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    /** XML has no place for most control characters, escaped or not. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\uFFFE\\uFFFF]|\\p{Cs}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
