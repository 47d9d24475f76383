package io.github.trdcare.exchange.outbox;

import io.github.trdcare.exchange.outbox.Change.Interaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of changes that are not yet distributed. */
@Component
class ChangeLog {
    private final JdbcClient jdbc;

    ChangeLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the transaction under way. */
    void add(String reference, long version, Interaction interaction, Instant at) {
        jdbc.sql("insert into trd_change (reference, version, interaction, happened_at) values (?, ?, ?, ?)")
                .params(reference, version, interaction.code(), time(at))
                .update();
    }

    List<Change> oldest(int most) {
        return jdbc.sql("select id, reference, version, interaction, happened_at from trd_change"
                        + " order by id limit " + most)
                .query(ChangeLog::change)
                .list();
    }

    /**
     * @return false when somebody else removed one of them before
     */
    boolean remove(List<Change> changes) {
        return jdbc.sql("delete from trd_change where id in (:ids)")
                        .param("ids", changes.stream().map(Change::id).toList())
                        .update()
                == changes.size();
    }

    long depth() {
        return jdbc.sql("select count(*) from trd_change").query(Long.class).single();
    }

    static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getString("reference"),
                row.getLong("version"),
                Interaction.of(row.getString("interaction")),
                instant(row, "happened_at"));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
