package io.github.trdcare.exchange.outbound;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the server may send requests to ({@code trd.outbound.*}).
 *
 * @param allow origins such as {@code https://ehr.example.org}, {@code http://10.0.0.5:8090} or
 *     {@code http://localhost:*}; {@code *} allows every public host by https
 * @param timeout how long one request may take, from the connection to the last byte
 * @param answer largest answer that is read
 */
@Validated
@ConfigurationProperties("trd.outbound")
public record OutboundSettings(
        @NotNull @DefaultValue List<String> allow,
        @NotNull @DefaultValue("10s") Duration timeout,
        @NotNull @DefaultValue("1MB") DataSize answer) {}
