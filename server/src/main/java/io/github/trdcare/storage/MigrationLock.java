package io.github.trdcare.storage;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * One migration at a time. On PostgreSQL a session's advisory lock, which the database drops when the process dies; an
 * H2 file is already locked by the one process that has it open.
 */
class MigrationLock {
    /** "TRD" in ASCII: any number does, if every node uses the same. */
    private static final long KEY = 0x545244;

    private final DataSource dataSource;
    private final boolean advisory;

    MigrationLock(DataSource dataSource, DriverTypeEnum driver) {
        this.dataSource = dataSource;
        this.advisory = driver == DriverTypeEnum.POSTGRES_9_4;
    }

    /** Waits for the lock, works, and gives the lock back by hand: the connection returns to the pool and would keep it. */
    void holding(Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            call(connection, "pg_advisory_lock");
            try {
                work.run();
            } finally {
                call(connection, "pg_advisory_unlock");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The database cannot be reached for its migration", failure);
        }
    }

    private void call(Connection connection, String function) throws SQLException {
        if (advisory) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select " + function + "(" + KEY + ")");
            }
        }
    }
}
