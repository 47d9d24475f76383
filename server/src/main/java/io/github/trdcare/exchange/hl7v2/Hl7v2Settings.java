package io.github.trdcare.exchange.hl7v2;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How HL7 v2 messages come in ({@code trd.hl7v2.*}).
 *
 * @param enabled whether this node listens for MLLP; HTTP is always open
 * @param address where it listens
 * @param port where it listens; 0 takes any free one
 * @param message largest message
 * @param connections senders at once
 * @param idle how long a silent sender keeps its connection
 * @param application name of this server in MSH-3 of what it answers
 * @param facility name of this house in MSH-4 of what it answers
 * @param processingIds those of MSH-11 that are stored: P is production, T training, D debugging
 * @param systems by the name of an assigning authority or a coding system, its URI
 * @param keep how long a message that was taken is kept, and its repetition known
 */
@Validated
@ConfigurationProperties("trd.hl7v2")
record Hl7v2Settings(
        @DefaultValue("false") boolean enabled,
        @NotNull @DefaultValue("127.0.0.1") InetAddress address,
        @Min(0) @Max(65535) @DefaultValue("2575") int port,
        @NotNull @DefaultValue("10MB") DataSize message,
        @Min(1) @Max(1000) @DefaultValue("32") int connections,
        @NotNull @DefaultValue("30m") Duration idle,
        @NotBlank @DefaultValue("TRD-CARE") String application,
        @NotNull @DefaultValue("") String facility,
        @NotEmpty @DefaultValue("P") List<String> processingIds,
        @NotNull @DefaultValue Map<String, String> systems,
        @NotNull @DefaultValue("90d") Duration keep) {

    String own() {
        return application + "|" + facility;
    }
}
