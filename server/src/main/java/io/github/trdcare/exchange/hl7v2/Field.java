package io.github.trdcare.exchange.hl7v2;

import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.util.Terser;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One repetition of a field.
 *
 * @param place as in {@code PID.1.3}: segment, its number among its like, field
 */
record Field(Type type, String place) {
    /** No database keeps it in a text. */
    private static final String ZERO = "\0";

    private static final Pattern HEXADECIMAL = Pattern.compile("\\\\X((?:[0-9A-Fa-f]{2})+)\\\\");

    private static final String DELETED = "\"\"";

    /** As many as the data types have that are read here. */
    private static final int COMPONENTS = 12;

    /** Bytes of UTF-8 where they can be that, else one character each. */
    private static String characters(MatchResult hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal.group(1));
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Matcher.quoteReplacement(
                text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** A component, by its number from 1 on, in plain text with line breaks; nothing where it is empty or deleted. */
    Optional<String> text(int component) {
        return text(component, 1);
    }

    Optional<String> text(int component, int subcomponent) {
        return Optional.ofNullable(
                        Terser.getPrimitive(type, component, subcomponent).getValue())
                .map(value -> HEXADECIMAL.matcher(value).replaceAll(Field::characters))
                .map(value -> value.replace("\\.br\\", "\n").replaceAll("\\\\(H|N|\\.[a-z]{2}[-+]?\\d*)\\\\", ""))
                .map(value -> value.replace(ZERO, "").strip())
                .filter(value -> !value.isEmpty() && !value.equals(DELETED));
    }

    /** Two quotes and nothing else: the sender deletes what it sent before. */
    boolean isDeletion() {
        return DELETED.equals(Terser.getPrimitive(type, 1, 1).getValue())
                && IntStream.rangeClosed(1, COMPONENTS)
                        .allMatch(component -> text(component).isEmpty());
    }

    V2RefusedException wrong(V2Error error, String message) {
        return new V2RefusedException(error, place, message);
    }
}
