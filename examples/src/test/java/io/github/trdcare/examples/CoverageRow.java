package io.github.trdcare.examples;

import java.util.List;

/** One thing that the product must represent: the profiles for it, the stories that show it, the search that finds it. */
record CoverageRow(String row, String what, List<String> profiles, List<String> stories, Search search) {

    /** A line of the table: row, what, profiles, stories by number, search; lists are parted by spaces. */
    static CoverageRow parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("Five cells are needed: " + line);
        }
        return new CoverageRow(
                cells[0], cells[1], List.of(cells[2].split(" ")), List.of(cells[3].split(" ")), Search.parse(cells[4]));
    }

    @Override
    public String toString() {
        return row + ": " + what;
    }
}
