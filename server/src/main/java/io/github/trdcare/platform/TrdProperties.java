package io.github.trdcare.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The server's own settings ({@code trd.*}); a wrong value stops the start with its key.
 *
 * @param dataDir folder of the H2 file database
 * @param packagesDir folder of further FHIR packages ({@code .tgz}) that serve validation
 * @param knowledgeDir folder of a clinic's own clinical tables, over those that are shipped
 * @param zone zone of the clinical day
 * @param demo loads the example stories once
 */
@Validated
@ConfigurationProperties("trd")
public record TrdProperties(
        @NotNull @DefaultValue("./data") Path dataDir,
        @Nullable Path packagesDir,
        @Nullable Path knowledgeDir,
        @NotNull @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("false") boolean demo,
        @Valid @DefaultValue Security security,
        @Valid @DefaultValue Limits limits,
        @Valid @DefaultValue Hl7v2 hl7v2,
        @Valid @DefaultValue Graphql graphql,
        @Valid @DefaultValue Cors cors) {

    /** Who may ask: {@code open} answers everybody on this machine and nobody else. */
    public record Security(@NotNull @DefaultValue("open") Mode mode) {
        /** The ways to guard the server. */
        public enum Mode {
            OPEN
        }
    }

    /**
     * What one request may ask for; each refusal names its setting.
     *
     * @param body largest request body, measured after decompression
     * @param depth deepest nesting of a request body
     * @param bundleEntries most entries in one bundle
     * @param pageSize most resources on one page
     * @param defaultPageSize resources on a page when the client does not say
     * @param concurrentRequests requests that are worked on at once
     * @param queue how long a further request waits for its turn
     * @param transaction how long one database transaction may take
     */
    public record Limits(
            @NotNull @DefaultValue("25MB") DataSize body,
            @Min(10) @Max(500) @DefaultValue("64") int depth,
            @Min(1) @DefaultValue("5000") int bundleEntries,
            @Min(1) @Max(10_000) @DefaultValue("1000") int pageSize,
            @Min(1) @DefaultValue("20") int defaultPageSize,
            @Min(1) @Max(1000) @DefaultValue("24") int concurrentRequests,
            @NotNull @DefaultValue("2s") Duration queue,
            @NotNull @DefaultValue("60s") Duration transaction) {}

    /** Where the server listens for HL7 v2; its other settings are its room's own. */
    public record Hl7v2(@NotNull @DefaultValue("127.0.0.1") InetAddress address) {}

    /** GraphQL at {@code /fhir/$graphql}. */
    public record Graphql(@DefaultValue("false") boolean enabled) {}

    /** Web pages of other origins that may call the server. */
    public record Cors(@NotNull @DefaultValue List<String> allowedOrigins) {}
}
