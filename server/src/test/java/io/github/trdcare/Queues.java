package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;

/** What still waits in a server's channels. */
final class Queues {
    private Queues() {}

    /** Until then the outbox asks the database for what it tells, and whoever subscribes hears of what was before him. */
    static void awaitThatTheChangesAreDistributed(FhirHttp http) {
        awaitEmpty(http, "changes");
    }

    static void awaitEmpty(FhirHttp http, String channel) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (depth(http, channel) > 0) {
            assertThat(Instant.now()).as(http.get("/channels").text()).isBefore(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static long depth(FhirHttp http, String channel) {
        String channels = http.get("/channels").text();
        try {
            JsonNode all = new ObjectMapper().readTree(channels);
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(each -> each.path("name").asText().equals(channel))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no channel " + channel + " in " + channels))
                    .path("depth")
                    .asLong();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(channels, unreadable);
        }
    }
}
