package io.github.trdcare.exchange.bulk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Exports and imports ({@code trd.bulk.*}).
 *
 * @param enabled whether the operations are there, and this node works on jobs
 * @param keep how long the files and the report of a job stay after its end
 * @param resources most resources in one file
 * @param exportFile largest file that is written, unless a single resource is larger
 * @param workers pieces of work that this node does at once
 * @param lease how long a worker may be silent before another takes over
 * @param poll how often an idle node looks for work
 * @param file largest file that is taken
 * @param line largest resource that is taken
 * @param fetch how long the fetching of one file may take
 */
@Validated
@ConfigurationProperties("trd.bulk")
record BulkSettings(
        @DefaultValue("true") boolean enabled,
        @NotNull @DefaultValue("2h") Duration keep,
        @Min(1) @Max(10_000) @DefaultValue("1000") int resources,
        @NotNull @DefaultValue("10MB") DataSize exportFile,
        @Min(1) @Max(32) @DefaultValue("2") int workers,
        @NotNull @DefaultValue("60s") Duration lease,
        @NotNull @DefaultValue("250ms") Duration poll,
        @NotNull @DefaultValue("1GB") DataSize file,
        @NotNull @DefaultValue("5MB") DataSize line,
        @NotNull @DefaultValue("30m") Duration fetch) {}
