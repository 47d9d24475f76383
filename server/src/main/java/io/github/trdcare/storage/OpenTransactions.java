package io.github.trdcare.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Transactions that have begun and not ended. What one writes bears the time of its beginning and is seen from its end on:
 * whoever reads what changed until now would miss it, and skip it when asking for what changed since. On H2, where this
 * node is the only one, nothing tells when a transaction began, and nobody is waited for.
 */
@Component
public class OpenTransactions {
    /** A write has its time a little before its transaction, and another node's clock may be ahead. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final PersistenceConfig.Database database;
    private final Clock clock;

    OpenTransactions(JdbcClient jdbc, PersistenceConfig.Database database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Waits until all that bears a time before a moment of the past is seen; not within a transaction.
     *
     * @throws IllegalStateException when one of them takes too long
     */
    public void awaitThoseBefore(Instant moment) {
        if (database != PersistenceConfig.Database.POSTGRESQL) {
            return;
        }
        while (clock.instant().isBefore(moment.plus(MARGIN))) {
            rest();
        }
        Instant end = clock.instant().plus(LONGEST);
        OffsetDateTime begun =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        while (isOpen(begun)) {
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException("a transaction that began before " + moment + " does not end");
            }
            rest();
        }
    }

    /** Those of this server, on any node; nobody else writes resources, and a backup takes its time. */
    private boolean isOpen(OffsetDateTime begun) {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and usename = current_user and application_name = current_setting('application_name')"
                                + " and pid <> pg_backend_pid() and xact_start < ?")
                        .param(begun)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
