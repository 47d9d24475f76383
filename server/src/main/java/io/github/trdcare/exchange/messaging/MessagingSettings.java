package io.github.trdcare.exchange.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How FHIR messages come in ({@code trd.messages.*}).
 *
 * @param keep how long a message that was taken is kept, and its repetition known
 */
@Validated
@ConfigurationProperties("trd.messages")
record MessagingSettings(@NotNull @DefaultValue("90d") Duration keep) {}
