package io.github.trdcare.storage;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.MigrationTaskList;
import ca.uhn.fhir.jpa.migrate.taskdef.BaseTask;
import ca.uhn.fhir.jpa.migrate.taskdef.InitializeSchemaTask;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A first start that was killed among the statements that make HAPI's tables. HAPI takes the schema for whole as soon
 * as one of its tables is there, so what is still missing is made here; nothing that exists is touched.
 */
class CutOffSchema {
    /** SQL states of "it is there already": table, index, sequence and constraint, of H2 and of PostgreSQL. */
    private static final Set<String> EXISTS = Set.of("42S01", "42S11", "90035", "90045", "42P07", "42710");

    private final DataSource dataSource;
    private final DriverTypeEnum driver;

    CutOffSchema(DataSource dataSource, DriverTypeEnum driver) {
        this.dataSource = dataSource;
        this.driver = driver;
    }

    /** Makes what the first migrations that are not on record as done would have made, and is not there. */
    void complete(MigrationTaskList tasks, Set<MigrationVersion> done) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (BaseTask task : tasks) {
                if (task instanceof InitializeSchemaTask first
                        && !done.contains(MigrationVersion.fromVersion(first.getMigrationVersion()))) {
                    for (String sql : first.getSchemaInitializationProvider().getSqlStatements(driver)) {
                        make(statement, sql);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The schema of an interrupted first start cannot be completed", failure);
        }
    }

    private static void make(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException failure) {
            if (!EXISTS.contains(failure.getSQLState())) {
                throw failure;
            }
        }
    }
}
