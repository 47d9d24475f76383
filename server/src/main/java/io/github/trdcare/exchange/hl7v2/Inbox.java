package io.github.trdcare.exchange.hl7v2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of messages that came. */
@Component
class Inbox {
    private static final String COLUMNS =
            "select id, received_at, origin, event, control_id, status, attempts, answer," + " reason from trd_inbox";
    private static final int LONGEST_REASON = 300;

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One message.
     *
     * @param answer the acknowledgement that it earned last
     */
    record Item(
            long id,
            Instant receivedAt,
            String origin,
            String event,
            String controlId,
            String status,
            int attempts,
            @Nullable String answer,
            @Nullable String reason) {

        boolean isDone() {
            return status.equals("DONE");
        }
    }

    /** Keeps a message, or finds it where it came before. */
    Item keep(byte[] raw, Header header, String origin, Instant now) {
        String digest = digest(raw);
        return find(header, digest).orElseGet(() -> {
            try {
                jdbc.sql("insert into trd_inbox (received_at, origin, sender, control_id, event, digest, raw, status,"
                                + " attempts) values (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', 0)")
                        .params(time(now), origin, header.sender(), header.controlId(), header.event(), digest, raw)
                        .update();
            } catch (DuplicateKeyException sentTwiceAtOnce) {
                return find(header, digest).orElseThrow(() -> sentTwiceAtOnce);
            }
            return find(header, digest).orElseThrow();
        });
    }

    private Optional<Item> find(Header header, String digest) {
        return jdbc.sql(COLUMNS + " where sender = ? and control_id = ? and digest = ?")
                .params(header.sender(), header.controlId(), digest)
                .query(Inbox::item)
                .optional();
    }

    Optional<Item> find(long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(Inbox::item).optional();
    }

    Optional<byte[]> raw(long id) {
        return jdbc.sql("select raw from trd_inbox where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("raw"))
                .optional();
    }

    /** Whether another message of this sender was taken under the same number. */
    boolean isNumberTaken(Header header, long id) {
        return jdbc.sql(
                                "select count(*) from trd_inbox where sender = ? and control_id = ? and status = 'DONE' and id <> ?")
                        .params(header.sender(), header.controlId(), id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Joins the transaction under way. */
    void done(long id, String answer, Instant now) {
        end(id, "DONE", answer, null, now);
    }

    void dead(long id, String answer, String reason, Instant now) {
        end(id, "DEAD", answer, reason.substring(0, Math.min(LONGEST_REASON, reason.length())), now);
    }

    private void end(long id, String status, String answer, @Nullable String reason, Instant now) {
        jdbc.sql("update trd_inbox set status = ?, answer = ?, reason = ?, ended_at = ?, attempts = attempts + 1"
                        + " where id = ? and status <> 'DONE'")
                .params(status, answer, reason, time(now), id)
                .update();
    }

    /** Messages whose work was cut off. */
    List<Long> leftBefore(Instant limit) {
        return jdbc.sql("select id from trd_inbox where status = 'RECEIVED' and received_at < ? order by id")
                .param(time(limit))
                .query(Long.class)
                .list();
    }

    /** How full it is: what waits, what could not be taken, and why the newest of that could not. */
    Fill fill() {
        return jdbc.sql("select count(case when status = 'RECEIVED' then 1 end) as waiting,"
                        + " count(case when status = 'DEAD' then 1 end) as dead,"
                        + " min(case when status = 'RECEIVED' then received_at end) as oldest,"
                        + " (select reason from trd_inbox where status = 'DEAD' order by id desc limit 1) as reason"
                        + " from trd_inbox where status in ('RECEIVED', 'DEAD')")
                .query((row, number) -> new Fill(
                        row.getLong("waiting"),
                        row.getLong("dead"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getString("reason")))
                .single();
    }

    record Fill(
            long waiting,
            long dead,
            @Nullable Instant oldest,
            @Nullable String reason) {}

    /** Messages that could not be taken, the oldest first. */
    List<Item> dead() {
        return jdbc.sql(COLUMNS + " where status = 'DEAD' order by id")
                .query(Inbox::item)
                .list();
    }

    /**
     * Lets a message go that will never be taken.
     *
     * @return whether it was a dead letter
     */
    boolean discard(long id, Instant now) {
        return jdbc.sql("update trd_inbox set status = 'DISCARDED', ended_at = ? where id = ? and status = 'DEAD'")
                        .params(time(now), id)
                        .update()
                == 1;
    }

    /** Messages that were taken or let go before; what waits for its operator stays. */
    void forget(Instant before) {
        jdbc.sql("delete from trd_inbox where status in ('DONE', 'DISCARDED') and ended_at < ?")
                .param(time(before))
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

    /** The ends of lines are the transport's, not the message's: a file sent by HTTP and by MLLP is one message. */
    private static String digest(byte[] raw) {
        String lines = CharacterSet.roughly(raw).replaceAll("\r\n|\n", "\r").stripTrailing();
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
