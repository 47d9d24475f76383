package io.github.trdcare.profiles.guide;

import java.util.List;

/** One cell of a table: texts, each a link or not, and a note that opens on demand. */
public record Cell(List<Text> texts, boolean code, int indent, String note) {

    /** A piece of text, with the page it leads to, or none. */
    public record Text(String words, String href) {}

    /** Nothing to read, so that a narrow screen leaves it out. */
    public boolean empty() {
        return note == null && texts.stream().allMatch(text -> text.words().isBlank());
    }

    static Cell of(String words) {
        return new Cell(List.of(new Text(words == null ? "" : words, null)), false, 0, null);
    }

    static Cell link(String words, String href) {
        return new Cell(List.of(new Text(words, href)), false, 0, null);
    }

    static Cell of(List<Text> texts) {
        return new Cell(texts, false, 0, null);
    }

    Cell asCode() {
        return new Cell(texts, true, indent, note);
    }

    Cell indentedBy(int steps) {
        return new Cell(texts, code, steps, note);
    }

    Cell noted(String more) {
        return new Cell(texts, code, indent, more);
    }
}
