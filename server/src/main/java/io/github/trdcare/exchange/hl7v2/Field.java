package io.github.trdcare.exchange.hl7v2;

import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.util.Terser;
import java.util.Optional;

/**
 * One repetition of a field.
 *
 * @param place as in {@code PID.1.3}: segment, its number among its like, field
 */
record Field(Type type, String place) {
    /** No database keeps it in a text. */
    private static final String ZERO = "\0";

    private static final String DELETED = "\"\"";

    /** A component, by its number from 1 on, in plain text with line breaks; nothing where it is empty or deleted. */
    Optional<String> text(int component) {
        return text(component, 1);
    }

    Optional<String> text(int component, int subcomponent) {
        return Optional.ofNullable(
                        Terser.getPrimitive(type, component, subcomponent).getValue())
                .map(value -> value.replace("\\.br\\", "\n").replaceAll("\\\\(H|N|\\.[a-z]{2}[-+]?\\d*)\\\\", ""))
                .map(value -> value.replace(ZERO, "").strip())
                .filter(value -> !value.isEmpty() && !value.equals(DELETED));
    }

    V2RefusedException wrong(V2Error error, String message) {
        return new V2RefusedException(error, place, message);
    }
}
