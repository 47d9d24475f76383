package io.github.trdcare.exchange.cdshooks;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Token ids in use on this node, each kept until its token expires; when full, it refuses rather than forgets. */
final class SeenTokens {
    private final Map<String, Instant> ends = new HashMap<>();
    private final int capacity;

    SeenTokens(int capacity) {
        this.capacity = capacity;
    }

    synchronized boolean first(String issuer, String id, Instant end, Instant now) {
        ends.values().removeIf(each -> !each.isAfter(now));
        if (ends.size() >= capacity) {
            throw new TokenRefusedException("too many tokens in use; try again in a few minutes");
        }
        return ends.putIfAbsent(issuer + " " + id, end) == null;
    }
}
