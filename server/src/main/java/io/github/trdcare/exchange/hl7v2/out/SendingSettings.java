package io.github.trdcare.exchange.hl7v2.out;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom HL7 v2 messages are sent to ({@code trd.hl7v2.*}).
 *
 * @param destinations the receivers
 * @param application name of this server in MSH-3
 * @param facility name of this house in MSH-4
 * @param systems by the name of an assigning authority, its URI: numbers of this system are sent under this name
 */
@Validated
@ConfigurationProperties("trd.hl7v2")
record SendingSettings(
        @NotNull @DefaultValue List<@Valid Destination> destinations,
        @NotBlank @DefaultValue("TRD-CARE") String application,
        @NotNull @DefaultValue("") String facility,
        @NotNull @DefaultValue Map<String, String> systems) {

    /**
     * One receiver, by MLLP.
     *
     * @param name its name here and in MSH-5; part of every control id
     * @param facility its house, in MSH-6
     * @param messages what it is sent: ORU scores, MDM plans, SIU appointments, DFT charges of sessions
     * @param timeout how long it may take to connect and to answer
     */
    record Destination(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{1,20}")
            String name,

            @NotBlank String host,
            @Min(1) @Max(65535) int port,
            @NotNull @DefaultValue("") String facility,

            @NotEmpty @DefaultValue({"ORU", "MDM", "SIU", "DFT"})
            List<@Pattern(regexp = "ORU|MDM|SIU|DFT") String> messages,

            @NotNull @DefaultValue("10s") Duration timeout) {}
}
