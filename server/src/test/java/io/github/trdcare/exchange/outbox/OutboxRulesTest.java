package io.github.trdcare.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is tried again, and who signed. */
class OutboxRulesTest {
    private static final OutboxSettings SETTINGS = new OutboxSettings(
            true,
            URI.create("http://localhost:8080/fhir"),
            4,
            Duration.ofSeconds(45),
            Duration.ofMillis(250),
            Duration.ofMinutes(30),
            Duration.ofHours(72),
            Duration.ofDays(7),
            Map.of());

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "10, 512", "11, 1024", "12, 1800", "500, 1800", "2147483647, 1800"})
    void waitsTwiceAsLongAfterEachAttemptUpToTheLongestWait(int attempts, long seconds) {
        assertThat(SETTINGS.pauseAfter(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** The hash was computed by {@code printf '1790000000.{}' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void signsTheSecondAndTheBodyWithTheSecretOfTheOrigin() {
        Signature signature = new Signature(Map.of("https://ehr.example.org:8443", "secret"));
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.ofEpochSecond(1_790_000_000L);
        assertThat(signature.headers(URI.create("https://ehr.example.org:8443/in"), body, now))
                .containsEntry(
                        "X-TRD-Signature",
                        "t=1790000000,v1=d0cadd434460d4af55e7ab90d79c1802591d7001a77c9e06471d0e3ec8cc85ae");
        assertThat(signature.headers(URI.create("https://other.example.org/in"), body, now))
                .isEmpty();
    }
}
