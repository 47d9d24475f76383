package io.github.trdcare.exchange.bulk;

import static io.github.trdcare.exchange.bulk.Jobs.time;

import io.github.trdcare.exchange.bulk.Lease.Result;
import io.github.trdcare.exchange.bulk.Part.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of the pieces of work. */
@Component
class Parts {
    private static final String ALL =
            "select job, number, task, type, source, content, done, report, attempts from trd_bulk_part p";

    private final JdbcClient jdbc;

    Parts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one to those of its job; joins the transaction under way. */
    void add(String job, Kind task, boolean held, String type, int source, String content, Instant now) {
        jdbc.sql(
                        "insert into trd_bulk_part (job, number, task, state, type, source, content, done, attempts, attempt_at)"
                                + " select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, 0, 0, ? from trd_bulk_part where job = ?")
                .params(job, task.name(), held ? "HELD" : "READY", type, source, content, time(now), job)
                .update();
    }

    /**
     * Takes a free one for the time of the lease: the first of each job before the second of any, so that jobs share. One
     * that a worker held and never ended was tried in vain.
     */
    @Transactional
    public Optional<Part> claim(String worker, Instant now, Duration lease) {
        Optional<Part> free = jdbc.sql(ALL + " where p.state = 'READY' and p.attempt_at <= :now"
                        + " and (p.claimed_until is null or p.claimed_until < :now)"
                        + " and exists (select 1 from trd_bulk_job j where j.id = p.job and j.state = 'RUNNING')"
                        + " order by p.number, p.attempt_at limit 1 for update skip locked")
                .param("now", time(now))
                .query(Parts::part)
                .optional();
        return free.flatMap(part -> {
            jdbc.sql("update trd_bulk_part set attempts = attempts + case when claimed_by is null then 0 else 1 end,"
                            + " claimed_by = ?, claimed_until = ? where job = ? and number = ?")
                    .params(worker, time(now.plus(lease)), part.job(), part.number())
                    .update();
            return find(part.job(), part.number());
        });
    }

    private Optional<Part> find(String job, int number) {
        return jdbc.sql(ALL + " where p.job = ? and p.number = ?")
                .params(job, number)
                .query(Parts::part)
                .optional();
    }

    boolean renew(String worker, Part part, Instant until) {
        return jdbc.sql("update trd_bulk_part set claimed_until = ? where job = ? and number = ? and claimed_by = ?")
                        .params(time(until), part.job(), part.number(), worker)
                        .update()
                == 1;
    }

    boolean end(String worker, Part part, Result result) {
        return jdbc.sql("update trd_bulk_part set state = 'DONE', content = ?, done = ?, report = ?, error = null,"
                                + " claimed_by = null, claimed_until = null where job = ? and number = ?"
                                + " and claimed_by = ? and state = 'READY'")
                        .params(
                                result.content(),
                                result.done(),
                                result.report().orElse(null),
                                part.job(),
                                part.number(),
                                worker)
                        .update()
                == 1;
    }

    void failed(String worker, Part part, boolean givenUp, Instant next, String error) {
        jdbc.sql("update trd_bulk_part set state = ?, attempts = attempts + 1, attempt_at = ?, error = ?,"
                        + " claimed_by = null, claimed_until = null where job = ? and number = ? and claimed_by = ?")
                .params(givenUp ? "FAILED" : "READY", time(next), Jobs.cut(error), part.job(), part.number(), worker)
                .update();
    }

    List<Part> done(String job) {
        return jdbc.sql(ALL + " where p.job = ? and p.state = 'DONE' order by p.number")
                .param(job)
                .query(Parts::part)
                .list();
    }

    Progress progress(String job) {
        return jdbc.sql("select count(case when state = 'HELD' then 1 end) as held,"
                        + " count(case when state = 'READY' then 1 end) as open,"
                        + " count(case when state = 'DONE' then 1 end) as ended,"
                        + " count(case when report is not null and task = 'STORE' then 1 end) as lacking,"
                        + " coalesce(sum(case when task = 'STORE' then done else 0 end), 0) as stored"
                        + " from trd_bulk_part where job = ?")
                .param(job)
                .query((row, number) -> new Progress(
                        row.getLong("held"),
                        row.getLong("open"),
                        row.getLong("ended"),
                        row.getLong("lacking"),
                        row.getLong("stored")))
                .single();
    }

    /** What an earlier attempt to fetch a file left behind. */
    void removeHeld(String job, int source) {
        jdbc.sql("delete from trd_bulk_part where job = ? and source = ? and state = 'HELD'")
                .params(job, source)
                .update();
    }

    void release(String job, Instant now) {
        jdbc.sql("update trd_bulk_part set state = 'READY', attempt_at = ? where job = ? and state = 'HELD'")
                .params(time(now), job)
                .update();
    }

    /** Those that have lines left are worked on once more. */
    void again(String job, Instant now) {
        jdbc.sql("update trd_bulk_part set state = 'READY', attempts = 0, attempt_at = ? where job = ?"
                        + " and state = 'DONE' and task = 'STORE' and report is not null")
                .params(time(now), job)
                .update();
    }

    void reopen(String job, Instant now) {
        jdbc.sql("update trd_bulk_part set state = 'READY', attempts = 0, attempt_at = ?, error = null where job = ?"
                        + " and state = 'FAILED'")
                .params(time(now), job)
                .update();
    }

    /** Numbers of all of a job's parts, for the names of its files. */
    List<Integer> numbers(String job) {
        return jdbc.sql("select number from trd_bulk_part where job = ?")
                .param(job)
                .query(Integer.class)
                .list();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(
                row.getString("job"),
                row.getInt("number"),
                Kind.valueOf(row.getString("task")),
                row.getString("type"),
                row.getInt("source"),
                row.getString("content"),
                row.getLong("done"),
                Optional.ofNullable(row.getString("report")),
                row.getInt("attempts"));
    }

    /** How many parts of a job are in which state, and how many resources are stored. */
    record Progress(long held, long open, long ended, long lacking, long stored) {}
}
