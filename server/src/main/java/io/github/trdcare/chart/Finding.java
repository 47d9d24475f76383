package io.github.trdcare.chart;

import java.util.List;
import java.util.Optional;

/**
 * Something that a rule has to say beside its verdict: what is missing, what contradicts itself, what to look at.
 *
 * @param code what kind of thing
 * @param text the same in plain words
 * @param value the figure concerned
 * @param evidence references of the resources behind it
 */
public record Finding(String code, String text, Optional<String> value, List<String> evidence) {

    public static Finding of(String code, String text, List<String> evidence) {
        return new Finding(code, text, Optional.empty(), evidence);
    }

    public static Finding of(String code, String text, String... evidence) {
        return of(code, text, List.of(evidence));
    }

    public Finding with(Object figure) {
        return new Finding(code, text, Optional.of(figure.toString()), evidence);
    }
}
