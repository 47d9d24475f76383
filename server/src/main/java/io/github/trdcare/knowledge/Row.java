package io.github.trdcare.knowledge;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a clinical table, with its place, so that a wrong value is told with its file and line. */
public final class Row {
    private final String file;
    private final long line;
    private final String key;
    private final Map<String, Object> values;

    Row(String file, long line, String key, Map<String, Object> values) {
        this.file = file;
        this.line = line;
        this.key = key;
        this.values = values;
    }

    /** The name of the row in its table. */
    public String key() {
        return key;
    }

    public String text(String name) {
        return optional(name).orElseThrow(() -> wrong(name + " is missing"));
    }

    public Optional<String> optional(String name) {
        return value(name, String.class).filter(text -> !text.isBlank());
    }

    public BigDecimal number(String name) {
        return optionalNumber(name).orElseThrow(() -> wrong(name + " is missing"));
    }

    public Optional<BigDecimal> optionalNumber(String name) {
        return optional(name).map(text -> toNumber(name, text));
    }

    public int whole(String name) {
        return optionalWhole(name).orElseThrow(() -> wrong(name + " is missing"));
    }

    public Optional<Integer> optionalWhole(String name) {
        return optionalNumber(name).map(number -> toWhole(name, number));
    }

    /** Absent means no. */
    public boolean flag(String name) {
        return optional(name).map(text -> toFlag(name, text)).orElse(false);
    }

    /** A list, or one text cut at semicolons as tables have it; empty where nothing stands. */
    public List<String> texts(String name) {
        Object found = values.get(name);
        if (found instanceof String text) {
            return Stream.of(text.split(";"))
                    .map(String::trim)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
        return list(name).stream().map(item -> cast(name, item, String.class)).toList();
    }

    public List<Row> rows(String name) {
        return list(name).stream().map(item -> cast(name, item, Row.class)).toList();
    }

    public Row row(String name) {
        return optionalRow(name).orElseThrow(() -> wrong(name + " is missing"));
    }

    public Optional<Row> optionalRow(String name) {
        return value(name, Row.class);
    }

    /** The rows that stand under names of their own. */
    public List<Row> named() {
        return values.keySet().stream().map(this::row).toList();
    }

    /** The names that stand here. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Refuses a name that nobody reads: it is a slip of the pen. */
    public Row only(String... names) {
        List<String> known = Arrays.asList(names);
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(name + " is not known here; known are " + String.join(", ", known));
                });
        return this;
    }

    /** The failure that names this row's place. */
    public KnowledgeException wrong(String message) {
        return new KnowledgeException(file, line, key.isEmpty() ? message : key + ": " + message);
    }

    /** This row with what the other one says instead, or says besides, down to the given depth. */
    Row overlaid(Row other, int depth) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        other.values.forEach((name, value) -> merged.merge(name, value, (mine, theirs) -> over(mine, theirs, depth)));
        return new Row(other.file, other.line, key, merged);
    }

    private static Object over(Object mine, Object theirs, int depth) {
        boolean both = depth > 1 && mine instanceof Row && theirs instanceof Row;
        return both ? ((Row) mine).overlaid((Row) theirs, depth - 1) : theirs;
    }

    private List<?> list(String name) {
        return value(name, List.class).map(found -> (List<?>) found).orElse(List.of());
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        @Nullable Object found = values.get(name);
        return found == null ? Optional.empty() : Optional.of(cast(name, found, type));
    }

    private <T> T cast(String name, Object found, Class<T> type) {
        if (!type.isInstance(found)) {
            throw wrong(name + " has the wrong shape");
        }
        return type.cast(found);
    }

    private BigDecimal toNumber(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw wrong(name + " is no number: " + text);
        }
    }

    private int toWhole(String name, BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(name + " is no whole number: " + number);
        }
    }

    private boolean toFlag(String name, String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw wrong(name + " is neither yes nor no: " + text);
        };
    }
}
