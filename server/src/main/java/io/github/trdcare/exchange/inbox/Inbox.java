package io.github.trdcare.exchange.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages that came by one channel: each is one row, however often it is sent, written before anything is made of it. */
public final class Inbox {
    private static final String COLUMNS =
            "select id, received_at, origin, event, control_id, status, attempts, answer," + " reason from trd_inbox";
    private static final int LONGEST_REASON = 300;

    private final JdbcClient jdbc;
    private final String channel;

    Inbox(JdbcClient jdbc, String channel) {
        this.jdbc = jdbc;
        this.channel = channel;
    }

    /**
     * What a message is known by.
     *
     * @param controlId the number that its sender gave it
     * @param digest of its content, whatever its transport made of it
     */
    public record Key(String sender, String controlId, String event, String digest) {
        public Key {
            sender = cut(sender, 400);
            controlId = cut(controlId, 200);
            event = cut(event, 200);
        }

        private static String cut(String text, int longest) {
            return text.substring(0, Math.min(longest, text.length()));
        }

        /** The digest of a text. */
        public static String digest(String text) {
            return DigestUtils.sha256Hex(text);
        }
    }

    /**
     * One message.
     *
     * @param answer the acknowledgement that it earned last
     */
    public record Item(
            long id,
            Instant receivedAt,
            String origin,
            String event,
            String controlId,
            String status,
            int attempts,
            @Nullable String answer,
            @Nullable String reason) {

        public boolean isDone() {
            return status.equals("DONE");
        }
    }

    /** Keeps a message, or finds it where it came before. */
    public Item keep(byte[] raw, Key key, String origin, Instant now) {
        return find(key).orElseGet(() -> {
            try {
                jdbc.sql("insert into trd_inbox (channel, received_at, origin, sender, control_id, event, digest, raw,"
                                + " status, attempts) values (?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', 0)")
                        .params(
                                channel,
                                time(now),
                                origin,
                                key.sender(),
                                key.controlId(),
                                key.event(),
                                key.digest(),
                                raw)
                        .update();
            } catch (DuplicateKeyException sentTwiceAtOnce) {
                return find(key).orElseThrow(() -> sentTwiceAtOnce);
            }
            return find(key).orElseThrow();
        });
    }

    private Optional<Item> find(Key key) {
        return jdbc.sql(COLUMNS + " where channel = ? and sender = ? and control_id = ? and digest = ?")
                .params(channel, key.sender(), key.controlId(), key.digest())
                .query(Inbox::item)
                .optional();
    }

    public Optional<Item> find(long id) {
        return jdbc.sql(COLUMNS + " where id = ? and channel = ?")
                .params(id, channel)
                .query(Inbox::item)
                .optional();
    }

    public Optional<byte[]> raw(long id) {
        return jdbc.sql("select raw from trd_inbox where id = ? and channel = ?")
                .params(id, channel)
                .query((row, number) -> row.getBytes("raw"))
                .optional();
    }

    /** Whether another message of this sender was taken under the same number. */
    public boolean isNumberTaken(Key key, long id) {
        return jdbc.sql(
                                "select count(*) from trd_inbox where channel = ? and sender = ? and control_id = ? and status = 'DONE'"
                                        + " and id <> ?")
                        .params(channel, key.sender(), key.controlId(), id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Joins the transaction under way. */
    public void done(long id, String answer, Instant now) {
        end(id, "DONE", answer, null, now);
    }

    public void dead(long id, String answer, String reason, Instant now) {
        end(id, "DEAD", answer, reason.substring(0, Math.min(LONGEST_REASON, reason.length())), now);
    }

    private void end(long id, String status, String answer, @Nullable String reason, Instant now) {
        jdbc.sql("update trd_inbox set status = ?, answer = ?, reason = ?, ended_at = ?, attempts = attempts + 1"
                        + " where id = ? and status <> 'DONE'")
                .params(status, answer, reason, time(now), id)
                .update();
    }

    /** Messages whose work was cut off. */
    public List<Long> leftBefore(Instant limit) {
        return jdbc.sql(
                        "select id from trd_inbox where channel = ? and status = 'RECEIVED' and received_at < ? order by id")
                .params(channel, time(limit))
                .query(Long.class)
                .list();
    }

    /** How full it is: what waits, what could not be taken, and why the newest of that could not. */
    public Fill fill() {
        return jdbc.sql("select count(case when status = 'RECEIVED' then 1 end) as waiting,"
                        + " count(case when status = 'DEAD' then 1 end) as dead,"
                        + " min(case when status = 'RECEIVED' then received_at end) as oldest,"
                        + " (select reason from trd_inbox where channel = ? and status = 'DEAD' order by id desc limit 1) as reason"
                        + " from trd_inbox where channel = ? and status in ('RECEIVED', 'DEAD')")
                .params(channel, channel)
                .query((row, number) -> new Fill(
                        row.getLong("waiting"),
                        row.getLong("dead"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getString("reason")))
                .single();
    }

    /** Counts of a queue. */
    public record Fill(
            long waiting,
            long dead,
            @Nullable Instant oldest,
            @Nullable String reason) {}

    /** Messages that could not be taken, the oldest first. */
    public List<Item> dead() {
        return jdbc.sql(COLUMNS + " where channel = ? and status = 'DEAD' order by id")
                .param(channel)
                .query(Inbox::item)
                .list();
    }

    /**
     * Lets a message go that will never be taken.
     *
     * @return whether it was a dead letter
     */
    public boolean discard(long id, Instant now) {
        return jdbc.sql(
                                "update trd_inbox set status = 'DISCARDED', ended_at = ? where id = ? and channel = ? and status = 'DEAD'")
                        .params(time(now), id, channel)
                        .update()
                == 1;
    }

    /** Messages that were taken or let go before; what waits for its operator stays. */
    public void forget(Instant before) {
        jdbc.sql("delete from trd_inbox where channel = ? and status in ('DONE', 'DISCARDED') and ended_at < ?")
                .params(channel, time(before))
                .update();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("origin"),
                row.getString("event"),
                row.getString("control_id"),
                row.getString("status"),
                row.getInt("attempts"),
                row.getString("answer"),
                row.getString("reason"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
