package io.github.trdcare.exchange.outbox;

import io.github.trdcare.exchange.channels.ChannelState;
import io.github.trdcare.exchange.channels.Channels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queues of the outbox: changes to distribute, and what waits for each subscriber. */
@Component
class OutboxChannels implements Channels {
    private final JdbcClient jdbc;
    private final Subscribers subscribers;
    private final Deliveries deliveries;
    private final Clock clock;

    OutboxChannels(JdbcClient jdbc, Subscribers subscribers, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public List<ChannelState> states() {
        List<ChannelState> changes = jdbc.sql(
                        "select 'changes' as name, 'Changes to distribute' as kind, 'active' as state, count(*) as depth,"
                                + " 0 as dead, min(happened_at) as oldest, cast(null as varchar(300)) as error from trd_change")
                .query(OutboxChannels::state)
                .list();
        List<ChannelState> told = jdbc.sql("select s.id as name, 'Events for a subscriber' as kind,"
                        + " case when s.attempts > 0 and s.state = 'active' then 'error' else s.state end as state,"
                        + " count(case when d.status = 'PENDING' then 1 end) as depth,"
                        + " count(case when d.status = 'DEAD' then 1 end) as dead,"
                        + " min(case when d.status = 'PENDING' then d.happened_at end) as oldest,"
                        + " coalesce(s.error, (select e.error from trd_delivery e where e.subscriber = s.id"
                        + " and e.status = 'DEAD' order by e.number desc limit 1)) as error"
                        + " from trd_subscriber s left join trd_delivery d"
                        + " on d.subscriber = s.id and d.status <> 'DELIVERED'"
                        + " group by s.id, s.attempts, s.state, s.error order by s.id")
                .query(OutboxChannels::state)
                .list();
        return Stream.concat(changes.stream(), told.stream()).toList();
    }

    private static ChannelState state(ResultSet row, int number) throws SQLException {
        return new ChannelState(
                row.getString("name"),
                row.getString("kind"),
                row.getString("state"),
                row.getLong("depth"),
                row.getLong("dead"),
                instant(row),
                row.getString("error"));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    @Override
    public OptionalInt replay(String channel) {
        if (subscribers.progress(channel).isEmpty()) {
            return OptionalInt.empty();
        }
        int queued = deliveries.replay(channel, Optional.empty(), clock.instant());
        subscribers.hurry(channel, clock.instant());
        return OptionalInt.of(queued);
    }
}
