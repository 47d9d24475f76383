package io.github.trdcare.exchange.bulk;

import java.time.Instant;
import java.util.Optional;

/**
 * An export or import that was asked for.
 *
 * @param request address that it was asked at
 * @param wish what was asked, as JSON
 * @param error why it failed; nothing of a patient
 * @param progress lines that were stored before the present round
 */
record Job(
        String id,
        Kind kind,
        String request,
        String wish,
        State state,
        Instant askedAt,
        Optional<Instant> endedAt,
        Optional<String> error,
        long progress,
        int round) {

    /** Which way the data go. */
    enum Kind {
        EXPORT,
        IMPORT
    }

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
