package io.github.trdcare.exchange.outbox;

import static io.github.trdcare.exchange.outbox.ChangeLog.time;

import io.github.trdcare.exchange.outbox.Delivery.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of events, by subscriber and number. */
@Component
class Deliveries {
    private static final String COLUMNS = "select number, 0 as id, reference, version, interaction, happened_at,"
            + " queued_at, status from trd_delivery where subscriber = ?";

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the transaction under way. */
    void add(String subscriber, long number, Change change, Instant now) {
        jdbc.sql(
                        "insert into trd_delivery (subscriber, number, reference, version, interaction, happened_at, queued_at,"
                                + " status) values (?, ?, ?, ?, ?, ?, ?, 'PENDING')")
                .params(
                        subscriber,
                        number,
                        change.reference(),
                        change.version(),
                        change.interaction().code(),
                        time(change.at()),
                        time(now))
                .update();
    }

    List<Delivery> pending(String subscriber, int most) {
        return jdbc.sql(COLUMNS + " and status = 'PENDING' order by number limit " + most)
                .param(subscriber)
                .query(Deliveries::delivery)
                .list();
    }

    /** Those of a range of numbers, whatever became of them. */
    List<Delivery> between(String subscriber, long first, long last, int most) {
        return jdbc.sql(COLUMNS + " and number >= ? and number <= ? order by number limit " + most)
                .params(subscriber, first, last)
                .query(Deliveries::delivery)
                .list();
    }

    /** Joins the transaction under way. */
    void end(String subscriber, List<Delivery> deliveries, Status status, Instant now, Optional<String> error) {
        jdbc.sql("update trd_delivery set status = :status, ended_at = :now, error = :error"
                        + " where subscriber = :subscriber and number in (:numbers)")
                .param("status", status.name())
                .param("now", time(now))
                .param("error", error.orElse(null))
                .param("subscriber", subscriber)
                .param("numbers", deliveries.stream().map(Delivery::number).toList())
                .update();
    }

    /**
     * Queues what was given up, or from a number on whatever was told.
     *
     * @return how many
     */
    int replay(String subscriber, Optional<Long> from, Instant now) {
        return jdbc.sql("update trd_delivery set status = 'PENDING', queued_at = :now, ended_at = null, error = null"
                        + " where subscriber = :subscriber and number >= :from and status in (:statuses)")
                .param("now", time(now))
                .param("subscriber", subscriber)
                .param("from", from.orElse(1L))
                .param("statuses", from.isPresent() ? List.of("DEAD", "DELIVERED") : List.of("DEAD"))
                .update();
    }

    /** Forgets what was delivered before a time. */
    void forget(Instant before) {
        jdbc.sql("delete from trd_delivery where status = 'DELIVERED' and ended_at < ?")
                .param(time(before))
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("number"),
                ChangeLog.change(row, number),
                ChangeLog.instant(row, "queued_at"),
                Status.valueOf(row.getString("status")));
    }
}
