package io.github.trdcare.exchange.cdshooks;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.trdcare.exchange.outbound.OutboundRefusedException;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys at an address: kept for a while, and asked for again, though not often, when a token names a new one. */
final class RemoteKeys implements Function<Optional<String>, JWKSet> {
    /** As long as a key that its owner has withdrawn is still believed. */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** Tokens with made-up key ids must not turn this server against its partner. */
    static final int MOST_A_MINUTE = 5;

    private static final Logger log = LoggerFactory.getLogger(RemoteKeys.class);

    private final Source source;
    private final Clock clock;
    private final Deque<Instant> fetches = new ArrayDeque<>();
    private volatile Fetched last = new Fetched(new JWKSet(), Instant.EPOCH);

    RemoteKeys(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Where they are. */
    interface Source {
        JWKSet fetch() throws IOException, ParseException;
    }

    @Override
    public JWKSet apply(Optional<String> id) {
        Fetched known = last;
        return known.serves(id, clock.instant()) ? known.keys() : fetched(id);
    }

    private synchronized JWKSet fetched(Optional<String> id) {
        Instant now = clock.instant();
        if (last.serves(id, now)) {
            // Another request has asked meanwhile.
            return last.keys();
        }
        fetches.removeIf(each -> !each.plusSeconds(60).isAfter(now));
        if (fetches.size() >= MOST_A_MINUTE) {
            return keptOrRefused(now, "the keys of the issuer were asked for too often; try again in a minute");
        }
        fetches.add(now);
        try {
            last = new Fetched(source.fetch(), now);
            return last.keys();
        } catch (IOException | ParseException | OutboundRefusedException unreadable) {
            log.warn("The keys of a CDS Hooks client cannot be read: {}", unreadable.getMessage());
            return keptOrRefused(now, "the keys of the issuer cannot be read");
        }
    }

    private JWKSet keptOrRefused(Instant now, String reason) {
        if (!last.isFresh(now)) {
            throw new TokenRefusedException(reason);
        }
        return last.keys();
    }

    private record Fetched(JWKSet keys, Instant at) {

        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(KEPT));
        }

        boolean serves(Optional<String> id, Instant now) {
            return isFresh(now)
                    && id.map(each -> keys.getKeyByKeyId(each) != null).orElse(true);
        }
    }
}
