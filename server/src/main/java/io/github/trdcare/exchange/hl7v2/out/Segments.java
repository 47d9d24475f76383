package io.github.trdcare.exchange.hl7v2.out;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes segments: fields by their number, text with its escapes. */
final class Segments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");

    private final List<String> lines = new ArrayList<>();

    /** Text as a component: the separators are escaped, a line break is one. */
    static String text(String words) {
        return words.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("&", "\\T\\")
                .replace("~", "\\R\\")
                .replaceAll("\r\n|\r|\n", "\\\\.br\\\\");
    }

    static String parts(String... components) {
        return Stream.of(components)
                .map(Segments::text)
                .collect(Collectors.joining("^"))
                .replaceFirst("\\^+$", "");
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    Segments add(Line line) {
        lines.add(line.written());
        return this;
    }

    Segments add(Segments others) {
        lines.addAll(others.lines);
        return this;
    }

    String message() {
        return String.join("\r", lines) + "\r";
    }

    /** One segment in the making; the values are written already, by {@code text} or {@code parts}. */
    static final class Line {
        private final String name;
        private final TreeMap<Integer, String> fields = new TreeMap<>();

        Line(String name) {
            this.name = name;
        }

        Line with(int field, String value) {
            fields.put(field, value);
            return this;
        }

        private String written() {
            int last = fields.isEmpty() ? 0 : fields.lastKey();
            // MSH-1 is the separator itself.
            int first = name.equals("MSH") ? 2 : 1;
            return name + "|"
                    + IntStream.rangeClosed(first, last)
                            .mapToObj(number -> fields.getOrDefault(number, ""))
                            .collect(Collectors.joining("|"));
        }
    }
}
