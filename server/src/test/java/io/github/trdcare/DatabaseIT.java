package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tests that a database can break run on the database that they are meant for. */
@ServerTest
@Tag("storage")
class DatabaseIT {

    @Test
    void isTheOneThatTheRunAsksFor(@Autowired DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String url = connection.getMetaData().getURL();
            assertThat(url).startsWith(TestDatabase.isPostgres() ? "jdbc:postgresql:" : "jdbc:h2:file:");
        }
    }
}
