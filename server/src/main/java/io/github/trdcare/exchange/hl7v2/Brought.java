package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.chart.Ours;
import io.github.trdcare.exchange.outbox.Versions;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** Knows by its source a version that a message brought, whatever systems its numbers are of: it is told to nobody by v2. */
public final class Brought {
    private static final String SOURCE = Ours.BASE + "/hl7v2/message/";

    private Brought() {}

    /**
     * @param message its number in the inbox
     */
    static void mark(Draft draft, long message) {
        draft.bundle().getEntry().forEach(entry -> entry.getResource().getMeta().setSource(SOURCE + message));
    }

    /** Whether the change itself came by a message: a client that changes what came so may send back its source as it was. */
    public static boolean by(Versions versions) {
        Optional<String> now = versions.after().flatMap(Brought::message);
        return now.isPresent() && !now.equals(versions.before().flatMap(Brought::message));
    }

    /** Whether a version bears the source of a message. */
    public static boolean is(Resource resource) {
        return message(resource).isPresent();
    }

    /** The store adds to a source, behind a {@code #}, the request that wrote it. */
    private static Optional<String> message(Resource resource) {
        return Optional.ofNullable(resource.getMeta().getSource())
                .map(source -> source.replaceFirst("#.*", ""))
                .filter(source -> source.startsWith(SOURCE));
    }
}
