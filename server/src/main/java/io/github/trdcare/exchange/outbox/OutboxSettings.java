package io.github.trdcare.exchange.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How subscribers are told ({@code trd.outbox.*}).
 *
 * @param enabled whether this node delivers; every node queues
 * @param baseUrl FHIR address of this server in what it sends
 * @param couriers subscribers that this node tells at once
 * @param lease how long a courier may be silent before another takes over
 * @param poll how often an idle node looks for work
 * @param longestWait longest pause between two attempts
 * @param giveUpAfter age at which an event that cannot be delivered becomes a dead letter
 * @param keep how long delivered events can be asked for again
 * @param secrets by origin of the endpoint, the key that signs what is sent there
 */
@Validated
@ConfigurationProperties("trd.outbox")
public record OutboxSettings(
        @DefaultValue("true") boolean enabled,
        @NotNull @DefaultValue("http://localhost:8080/fhir") URI baseUrl,
        @Min(1) @Max(32) @DefaultValue("4") int couriers,
        @NotNull @DefaultValue("45s") Duration lease,
        @NotNull @DefaultValue("250ms") Duration poll,
        @NotNull @DefaultValue("30m") Duration longestWait,
        @NotNull @DefaultValue("72h") Duration giveUpAfter,
        @NotNull @DefaultValue("7d") Duration keep,
        @NotNull @DefaultValue Map<String, String> secrets) {

    /** How long to wait after an attempt in vain: one second, then twice as long each time, up to the longest wait. */
    Duration pauseAfter(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(Math.max(attempts, 1) - 1, 30));
        return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }
}
