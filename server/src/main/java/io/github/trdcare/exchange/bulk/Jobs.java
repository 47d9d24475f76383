package io.github.trdcare.exchange.bulk;

import io.github.trdcare.exchange.bulk.Job.Kind;
import io.github.trdcare.exchange.bulk.Job.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of jobs. */
@Component
class Jobs {
    private static final int LONGEST_ERROR = 300;
    private static final String ALL =
            "select id, kind, request, wish, state, asked_at, ended_at, error, progress, round from trd_bulk_job";

    private final JdbcClient jdbc;

    Jobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, Kind kind, String request, String wish, Instant now) {
        jdbc.sql("insert into trd_bulk_job (id, kind, request, wish, state, asked_at, progress, round)"
                        + " values (?, ?, ?, ?, 'RUNNING', ?, 0, 0)")
                .params(id, kind.name(), request, wish, time(now))
                .update();
    }

    Optional<Job> find(String id) {
        return jdbc.sql(ALL + " where id = ?").param(id).query(Jobs::job).optional();
    }

    /** The same, and nobody else changes it until the transaction under way ends. */
    Optional<Job> lock(String id) {
        return jdbc.sql(ALL + " where id = ? for update")
                .param(id)
                .query(Jobs::job)
                .optional();
    }

    void end(String id, State state, Instant now, @Nullable String error) {
        jdbc.sql("update trd_bulk_job set state = ?, ended_at = ?, error = ? where id = ? and state = 'RUNNING'")
                .params(state.name(), time(now), cut(error), id)
                .update();
    }

    /** Whatever its state; its files are removed soon. */
    boolean cancel(String id, Instant now) {
        return jdbc.sql("update trd_bulk_job set state = 'CANCELLED', ended_at = ? where id = ?"
                                + " and state <> 'CANCELLED'")
                        .params(time(now), id)
                        .update()
                == 1;
    }

    void nextRound(String id, long progress) {
        jdbc.sql("update trd_bulk_job set progress = ?, round = round + 1 where id = ?")
                .params(progress, id)
                .update();
    }

    List<Job> failed(Kind kind) {
        return jdbc.sql(ALL + " where kind = ? and state = 'FAILED'")
                .param(kind.name())
                .query(Jobs::job)
                .list();
    }

    void reopen(String id) {
        jdbc.sql("update trd_bulk_job set state = 'RUNNING', ended_at = null, error = null where id = ?"
                        + " and state = 'FAILED'")
                .param(id)
                .update();
    }

    /** Those whose files need not be kept: cancelled ones, and those that ended before a time. */
    List<String> over(Instant ended) {
        return jdbc.sql("select id from trd_bulk_job where state = 'CANCELLED' or ended_at < ?")
                .param(time(ended))
                .query(String.class)
                .list();
    }

    void remove(String id) {
        jdbc.sql("delete from trd_bulk_job where id = ?").param(id).update();
    }

    /** How many run, since when, how many failed, and why the last one did. */
    Fill fill(Kind kind) {
        return jdbc.sql("select count(case when state = 'RUNNING' then 1 end) as running,"
                        + " count(case when state = 'FAILED' then 1 end) as failed,"
                        + " min(case when state = 'RUNNING' then asked_at end) as oldest,"
                        + " (select max(e.error) from trd_bulk_job e where e.kind = ? and e.state = 'FAILED') as error"
                        + " from trd_bulk_job where kind = ?")
                .params(kind.name(), kind.name())
                .query((row, number) -> new Fill(
                        row.getLong("running"),
                        row.getLong("failed"),
                        instant(row, "oldest").orElse(null),
                        row.getString("error")))
                .single();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("request"),
                row.getString("wish"),
                State.valueOf(row.getString("state")),
                instant(row, "asked_at").orElseThrow(),
                instant(row, "ended_at"),
                Optional.ofNullable(row.getString("error")),
                row.getLong("progress"),
                row.getInt("round"));
    }

    static @Nullable String cut(@Nullable String error) {
        return error == null ? null : error.substring(0, Math.min(LONGEST_ERROR, error.length()));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** What the queue of jobs holds. */
    record Fill(
            long running,
            long failed,
            @Nullable Instant oldest,
            @Nullable String error) {}
}
