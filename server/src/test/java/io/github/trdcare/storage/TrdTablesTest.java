package io.github.trdcare.storage;

import static ca.uhn.fhir.jpa.migrate.DriverTypeEnum.H2_EMBEDDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A start that was killed after any statement of any script leaves tables that the next start makes whole. */
class TrdTablesTest {
    private static final List<String> WHOLE = things(migrated(h2()));

    @ParameterizedTest(name = "{0} after {1} statements")
    @MethodSource("everyPlace")
    void areMadeWhole(String script, int statements) {
        DataSource database = h2();
        before(database, script);
        JdbcClient jdbc = JdbcClient.create(database);
        statementsOf(script).stream().limit(statements).forEach(sql -> jdbc.sql(sql)
                .update());
        assertThat(things(migrated(database))).isEqualTo(WHOLE);
    }

    static Stream<Arguments> everyPlace() {
        return Stream.of(scripts(h2())).map(MigrationInfo::getScript).flatMap(script -> IntStream.rangeClosed(
                        1, statementsOf(script).size())
                .mapToObj(statements -> arguments(script, statements)));
    }

    @Test
    void areMadeWholeAfterAScriptThatFailed() {
        DataSource database = migrated(h2());
        theLastScript(database, "\"success\" = false");
        assertThat(things(migrated(database))).isEqualTo(WHOLE);
    }

    @Test
    void areLeftAloneWhereANewerVersionWroteThem() {
        DataSource database = migrated(h2());
        theLastScript(database, "\"version\" = '9999'");
        assertThatThrownBy(() -> migrated(database))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("9999");
    }

    private static void theLastScript(DataSource database, String change) {
        JdbcClient.create(database)
                .sql("update \"trd_schema_history\" set " + change + " where \"installed_rank\" ="
                        + " (select max(\"installed_rank\") from \"trd_schema_history\")")
                .update();
    }

    /** Every script before that one is done and on record. */
    private static void before(DataSource database, String script) {
        MigrationInfo[] scripts = scripts(database);
        int at = Stream.of(scripts).map(MigrationInfo::getScript).toList().indexOf(script);
        if (at > 0) {
            TrdTables.scripts(database, H2_EMBEDDED)
                    .target(scripts[at - 1].getVersion())
                    .load()
                    .migrate();
        }
    }

    private static MigrationInfo[] scripts(DataSource database) {
        return TrdTables.scripts(database, H2_EMBEDDED).load().info().all();
    }

    private static List<String> statementsOf(String script) {
        try {
            String text = new ClassPathResource("db/migration/" + script)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replace("${bytes}", "blob");
            return Stream.of(text.split(";"))
                    .filter(Predicate.not(String::isBlank))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DataSource migrated(DataSource database) {
        new TrdTables(database, H2_EMBEDDED).migrate();
        return database;
    }

    /** Columns, indexes and locks, as they stand. */
    private static List<String> things(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return Stream.of(
                        "select table_name || '.' || column_name || ' ' || data_type || ' '"
                                + " || coalesce(character_maximum_length, 0) || ' ' || is_nullable"
                                + " from information_schema.columns where table_schema = 'PUBLIC'",
                        "select index_name || '.' || column_name || ' ' || ordinal_position"
                                + " from information_schema.index_columns where index_name like 'TRD%' or index_name like 'IDX%'",
                        "select cast(share as varchar) from trd_match_lock",
                        "select \"script\" || ' ' || \"success\" from \"trd_schema_history\"")
                .flatMap(sql -> jdbc.sql(sql).query(String.class).list().stream())
                .sorted()
                .toList();
    }

    private static DataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcClient.create(database).sql("create table of_hapi (id integer)").update();
        return database;
    }
}
