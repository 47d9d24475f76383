package io.github.trdcare.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrationStorageSvc;
import ca.uhn.fhir.jpa.migrate.MigrationTaskList;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.dao.HapiMigrationDao;
import ca.uhn.fhir.jpa.migrate.taskdef.InitializeSchemaTask;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A first start killed after any of its statements leaves a database that the next start makes whole. */
class CutOffSchemaTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 0.1, 0.25, 0.5, 0.75, 0.98, 1})
    void isMadeWholeOnH2(double share) {
        assertThat(things(cutOff(h2("cut" + share), DriverTypeEnum.H2_EMBEDDED, share)))
                .isEqualTo(things(migrated(h2("whole" + share), DriverTypeEnum.H2_EMBEDDED)));
    }

    @Test
    void isMadeWholeOnPostgres() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Set<String> whole = things(migrated(postgres(server, "whole"), DriverTypeEnum.POSTGRES_9_4));
            for (double share : new double[] {0.02, 0.25, 0.5, 0.75, 0.98}) {
                DataSource database = postgres(server, "cut" + Math.round(share * 100));
                assertThat(things(cutOff(database, DriverTypeEnum.POSTGRES_9_4, share)))
                        .as("cut off after %s of the statements", share)
                        .isEqualTo(whole);
            }
        }
    }

    private static DataSource cutOff(DataSource database, DriverTypeEnum driver, double share) {
        JdbcClient jdbc = JdbcClient.create(database);
        HapiMigrationDao dao = new HapiMigrationDao(database, driver, SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME);
        dao.createMigrationTableIfRequired();
        new HapiMigrationStorageSvc(dao).insertLockRecord("of a process that is gone");
        List<String> statements = statements(driver);
        for (String sql : statements.subList(0, (int) (statements.size() * share))) {
            jdbc.sql(sql).update();
        }
        return migrated(database, driver);
    }

    private static List<String> statements(DriverTypeEnum driver) {
        MigrationTaskList tasks = new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values());
        List<String> statements = new ArrayList<>();
        tasks.forEach(task -> {
            if (task instanceof InitializeSchemaTask first) {
                statements.addAll(first.getSchemaInitializationProvider().getSqlStatements(driver));
            }
        });
        return statements;
    }

    private static DataSource migrated(DataSource database, DriverTypeEnum driver) {
        new SchemaMigration(database, driver).run();
        return database;
    }

    /** Tables with their columns, and constraints, by name. */
    private static Set<String> things(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        Set<String> things = new TreeSet<>();
        for (String sql : List.of(
                "select table_name || '.' || column_name from information_schema.columns where lower(table_schema) = 'public'",
                "select sequence_name from information_schema.sequences where lower(sequence_schema) = 'public'",
                "select constraint_name from information_schema.referential_constraints")) {
            things.addAll(jdbc.sql(sql).query(String.class).list());
        }
        things.removeIf(name -> name.contains("SYSTEM_SEQUENCE"));
        assertThat(things).hasSizeGreaterThan(500);
        return things;
    }

    private static DataSource h2(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static DataSource postgres(EmbeddedPostgres server, String name) {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return server.getDatabase("postgres", name);
    }
}
