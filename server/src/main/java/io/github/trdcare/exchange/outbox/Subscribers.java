package io.github.trdcare.exchange.outbox;

import static io.github.trdcare.exchange.outbox.ChangeLog.time;

import io.github.trdcare.exchange.outbox.Subscriber.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of subscribers: who is to be told next, and by which courier. */
@Component
class Subscribers {
    private static final Logger log = LoggerFactory.getLogger(Subscribers.class);
    private static final int LONGEST_ERROR = 300;

    private final JdbcClient jdbc;

    Subscribers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a Subscription says of itself, in the transaction that stores it. */
    void keep(String id, Subscription subscription, Instant now) {
        keep(id, subscription.getStatus().toCode(), Channel.heartbeat(subscription), now);
    }

    /** Adds a subscriber, or changes its state and begins its attempts anew; its events stay. */
    void keep(String id, String state, Optional<Duration> heartbeat, Instant now) {
        Integer seconds =
                heartbeat.map(pause -> Math.toIntExact(pause.toSeconds())).orElse(null);
        int kept = jdbc.sql(
                        "update trd_subscriber set state = ?, heartbeat_seconds = ?, heartbeat_at = ?, attempts = 0,"
                                + " attempt_at = ?, error = null where id = ?")
                .params(
                        state,
                        seconds,
                        heartbeat.map(now::plus).map(ChangeLog::time).orElse(null),
                        time(now),
                        id)
                .update();
        if (kept == 0) {
            jdbc.sql("insert into trd_subscriber (id, state, last_number, heartbeat_seconds, heartbeat_at, attempts,"
                            + " attempt_at) values (?, ?, 0, ?, ?, 0, ?)")
                    .params(
                            id,
                            state,
                            seconds,
                            heartbeat.map(now::plus).map(ChangeLog::time).orElse(null),
                            time(now))
                    .update();
        }
    }

    /** Adds one whom the settings name, unless some node has; what waits for it stays. */
    void introduce(String id, Instant now) {
        try {
            if (progress(id).isEmpty()) {
                keep(id, "active", Optional.empty(), now);
            }
        } catch (DuplicateKeyException anotherNodeDid) {
            log.debug("{} is known by now", id);
        }
    }

    void remove(String id) {
        jdbc.sql("delete from trd_subscriber where id = ?").param(id).update();
    }

    /** Those who are to be told of what happens now. */
    List<String> listening() {
        return jdbc.sql("select id from trd_subscriber where state <> 'off' order by id")
                .query(String.class)
                .list();
    }

    /** Takes numbers for events; joins the transaction under way. */
    Optional<Long> count(String id, int events) {
        int known = jdbc.sql("update trd_subscriber set last_number = last_number + ? where id = ?")
                .params(events, id)
                .update();
        return known == 0 ? Optional.empty() : progress(id).map(Progress::lastNumber);
    }

    Optional<Progress> progress(String id) {
        return jdbc.sql(
                        "select case when attempts > 0 and state = 'active' then 'error' else state end as state, last_number"
                                + " from trd_subscriber where id = ?")
                .param(id)
                .query((row, number) -> new Progress(row.getString("state"), row.getLong("last_number")))
                .optional();
    }

    /**
     * Takes the subscriber who waits longest for a courier, for the time of the lease.
     *
     * @param configured those whom the settings of this node name: one whom only another node's name is that node's to tell
     */
    @Transactional
    public Optional<Claim> claim(String courier, Set<String> configured, Instant now, Duration lease) {
        Optional<Claim> free = jdbc.sql("select s.id, s.state, s.last_number,"
                        + " case when s.heartbeat_at <= :now then 1 else 0 end as beat from trd_subscriber s"
                        + " where (s.claimed_until is null or s.claimed_until < :now) and s.attempt_at <= :now"
                        + " and (s.id like 'Subscription/%'" + (configured.isEmpty() ? "" : " or s.id in (:configured)")
                        + ") and s.state <> 'off' and (s.state = 'requested' or (s.heartbeat_at <= :now)"
                        + " or exists (select 1 from trd_delivery d where d.subscriber = s.id and d.status = 'PENDING'))"
                        + " order by s.attempt_at limit 1 for update skip locked")
                .param("now", time(now))
                .param("configured", configured)
                .query((row, number) -> new Claim(
                        row.getString("id"),
                        courier,
                        new Progress(row.getString("state"), row.getLong("last_number")),
                        row.getInt("beat") == 1))
                .optional();
        free.ifPresent(claim -> jdbc.sql("update trd_subscriber set claimed_by = ?, claimed_until = ? where id = ?")
                .params(courier, time(now.plus(lease)), claim.id())
                .update());
        return free;
    }

    /**
     * After something was told: the claim lasts on, the attempts are forgotten.
     *
     * @return false when another courier has the subscriber by now
     */
    boolean told(Claim claim, Instant now, Duration lease) {
        return jdbc.sql("update trd_subscriber set attempts = 0, error = null, claimed_until = :until,"
                                + " heartbeat_at = case when heartbeat_seconds is null then null else :beat end"
                                + " where id = :id and claimed_by = :courier")
                        .param("until", time(now.plus(lease)))
                        .param("beat", time(now.plus(heartbeat(claim.id()))))
                        .param("id", claim.id())
                        .param("courier", claim.courier())
                        .update()
                == 1;
    }

    private Duration heartbeat(String id) {
        return jdbc.sql("select coalesce(heartbeat_seconds, 0) from trd_subscriber where id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    void activate(Claim claim) {
        jdbc.sql("update trd_subscriber set state = 'active' where id = ? and state = 'requested'")
                .param(claim.id())
                .update();
    }

    /** After an attempt in vain: nobody tries before the given time. */
    void failed(Claim claim, int attempts, Instant next, String error) {
        jdbc.sql("update trd_subscriber set attempts = ?, attempt_at = ?, error = ?, claimed_by = null,"
                        + " claimed_until = null where id = ? and claimed_by = ?")
                .params(
                        attempts,
                        time(next),
                        error.substring(0, Math.min(LONGEST_ERROR, error.length())),
                        claim.id(),
                        claim.courier())
                .update();
    }

    /** Gives the subscriber back; whoever waits longer comes first. */
    void release(Claim claim, Instant now) {
        jdbc.sql("update trd_subscriber set claimed_by = null, claimed_until = null, attempt_at = ?"
                        + " where id = ? and claimed_by = ?")
                .params(time(now), claim.id(), claim.courier())
                .update();
    }

    /** How often the subscriber was tried in vain since it last took something. */
    int attempts(String id) {
        return jdbc.sql("select attempts from trd_subscriber where id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Lets the next attempt be made now. */
    void hurry(String id, Instant now) {
        jdbc.sql("update trd_subscriber set attempts = 0, attempt_at = ? where id = ?")
                .params(time(now), id)
                .update();
    }

    /** The subscriber that a courier holds. */
    record Claim(String id, String courier, Progress progress, boolean heartbeatDue) {}
}
