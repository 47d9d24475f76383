package io.github.trdcare.exchange.outbox;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs with the time of now. */
record Signing(Signature signature, Clock clock) {

    /** Headers to which further ones may be added. */
    Map<String, String> headers(URI endpoint, byte[] body) {
        return new LinkedHashMap<>(signature.headers(endpoint, body, clock.instant()));
    }
}
