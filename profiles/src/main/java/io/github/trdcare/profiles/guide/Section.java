package io.github.trdcare.profiles.guide;

import java.util.List;

/** A part of a page: a heading, then HTML, a table or a listing. */
public record Section(String heading, String html, List<String> columns, List<List<Cell>> rows, String listing) {

    static Section html(String html) {
        return new Section(null, html, List.of(), List.of(), null);
    }

    static Section table(String heading, List<String> columns, List<List<Cell>> rows) {
        return new Section(heading, null, columns, rows, null);
    }

    Section introducedBy(String words) {
        return new Section(heading, words, columns, rows, listing);
    }

    static Section listing(String heading, String text) {
        return new Section(heading, null, List.of(), List.of(), text);
    }

    boolean isEmpty() {
        return (html == null || html.isEmpty()) && rows.isEmpty() && listing == null;
    }
}
