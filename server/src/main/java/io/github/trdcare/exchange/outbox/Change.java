package io.github.trdcare.exchange.outbox;

import java.time.Instant;
import java.util.Locale;

/**
 * One write, as the log keeps it.
 *
 * @param reference of the resource, as in {@code Observation/12}
 * @param version that the write made
 * @param at when it was made
 */
public record Change(long id, String reference, long version, Interaction interaction, Instant at) {

    public String type() {
        return reference.substring(0, reference.indexOf('/'));
    }

    public String resourceId() {
        return reference.substring(reference.indexOf('/') + 1);
    }

    /** What was done. */
    public enum Interaction {
        CREATE,
        UPDATE,
        DELETE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Interaction of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
