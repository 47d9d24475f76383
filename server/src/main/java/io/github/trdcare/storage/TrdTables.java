package io.github.trdcare.storage;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Our own tables, made by the scripts of {@code db/migration}. H2 commits each statement by itself: a start that was
 * killed in the middle of a script leaves its first statements done and the script not on record. So each statement of a
 * script does nothing where its work is done already, and the next start goes through the whole script again.
 */
class TrdTables {
    private final Flyway flyway;

    TrdTables(DataSource dataSource, DriverTypeEnum driver) {
        flyway = scripts(dataSource, driver).load();
    }

    static FluentConfiguration scripts(DataSource dataSource, DriverTypeEnum driver) {
        return Flyway.configure()
                .dataSource(dataSource)
                .table("trd_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/migration")
                .placeholders(Map.of("bytes", driver == DriverTypeEnum.POSTGRES_9_4 ? "bytea" : "blob"));
    }

    /**
     * Runs every script that is not on record as done.
     *
     * @throws SchemaMismatchException where a newer version of this server wrote the database
     */
    void migrate() {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw SchemaMismatchException.newer(applied.getVersion().toString());
            }
        }
        flyway.repair(); // forgets a script that failed half-way, so that it is tried again
        flyway.migrate();
    }
}
