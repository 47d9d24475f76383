package io.github.trdcare.eligibility.rest;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** A page in the XHTML that FHIR allows in a narrative; whatever a record says is text on it, never markup. */
final class Page {
    private final XhtmlNode div = new XhtmlNode(NodeType.Element, "div");

    Page() {
        div.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
    }

    XhtmlNode div() {
        return div;
    }

    void heading(String text) {
        div.addTag("h1").addText(text);
    }

    void section(String text) {
        div.addTag("h2").addText(text);
    }

    void sentence(String text) {
        div.addTag("p").addText(text);
    }

    void line(String name, String text) {
        XhtmlNode line = div.addTag("p");
        line.addTag("b").addText(name + ": ");
        line.addText(text);
    }

    Table table(String... heading) {
        XhtmlNode table = div.addTag("table");
        table.setAttribute("border", "1");
        XhtmlNode row = table.addTag("thead").addTag("tr");
        Stream.of(heading).forEach(text -> row.addTag("th").addText(text));
        return new Table(table.addTag("tbody"));
    }

    /** Rows of one table. */
    record Table(XhtmlNode body) {
        /** Cells of one line each, and a last cell of as many lines as it takes. */
        void row(List<String> cells, List<String> lines) {
            XhtmlNode row = body.addTag("tr");
            cells.forEach(text -> row.addTag("td").addText(text));
            XhtmlNode last = row.addTag("td");
            lines.forEach(line -> last.addTag("p").addText(line));
        }
    }
}
