package io.github.trdcare.exchange.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a subscriber who sent a notification, and when: a keyed hash of the second and the body. */
final class Signature {
    static final String HEADER = "X-TRD-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, String> secrets;

    /**
     * @param secrets by origin of the endpoint
     */
    Signature(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    /** The header, where a secret is agreed with the endpoint's origin. */
    Map<String, String> headers(URI endpoint, byte[] body, Instant now) {
        return Optional.ofNullable(secrets.get(endpoint.getScheme() + "://" + endpoint.getAuthority()))
                .map(secret -> Map.of(HEADER, value(secret, body, now)))
                .orElse(Map.of());
    }

    /** {@code t=seconds,v1=hex} over {@code seconds.body}. */
    static String value(String secret, byte[] body, Instant now) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((now.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + now.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
