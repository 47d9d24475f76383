package io.github.trdcare.storage;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrationStorageSvc;
import ca.uhn.fhir.jpa.migrate.MigrationTaskList;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.dao.HapiMigrationDao;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the database to this version's schema: HAPI's tables by HAPI's migrator, then our own by Flyway. */
class SchemaMigration {
    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

    /** HAPI's lock row: a killed migration leaves it behind, and HAPI would then refuse every later start. */
    private static final int LOCK_ROW = -100;

    private static final String TABLE = SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME;

    private final DataSource dataSource;
    private final DriverTypeEnum driver;

    SchemaMigration(DataSource dataSource, DriverTypeEnum driver) {
        this.dataSource = dataSource;
        this.driver = driver;
    }

    /** Runs every pending migration, under a lock that dies with its process. */
    void run() {
        new MigrationLock(dataSource, driver).holding(() -> {
            migrateHapi();
            new TrdTables(dataSource, driver).migrate();
        });
    }

    private void migrateHapi() {
        HapiMigrationDao dao = new HapiMigrationDao(dataSource, driver, TABLE);
        dao.createMigrationTableIfRequired();
        MigrationTaskList tasks = new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values());
        refuseNewerSchema(dao, tasks);
        goOnWhereItStopped(dao, tasks);
        SchemaMigrator migrator = new SchemaMigrator(
                "HAPI FHIR", TABLE, dataSource, new Properties(), tasks, new HapiMigrationStorageSvc(dao));
        migrator.setDriverType(driver);
        migrator.migrate();
    }

    /** The lock goes last: should this start be killed too, the next one still sees that there is something to finish. */
    private void goOnWhereItStopped(HapiMigrationDao dao, MigrationTaskList tasks) {
        dao.findFirstByPidAndNotDescription(LOCK_ROW, "").ifPresent(row -> {
            log.warn("An earlier migration was cut off; going on where it stopped.");
            new CutOffSchema(dataSource, driver).complete(tasks, dao.fetchSuccessfulMigrationVersions());
            dao.deleteLockRecord(LOCK_ROW, row.getDescription());
        });
    }

    private static void refuseNewerSchema(HapiMigrationDao dao, MigrationTaskList tasks) {
        TreeSet<String> unknown = new TreeSet<>();
        dao.fetchSuccessfulMigrationVersions().stream()
                .filter(version -> !MigrationVersion.EMPTY.equals(version)) // the lock row has none
                .map(MigrationVersion::toString)
                .forEach(unknown::add);
        tasks.forEach(task -> unknown.remove(
                MigrationVersion.fromVersion(task.getMigrationVersion()).toString()));
        if (!unknown.isEmpty()) {
            throw SchemaMismatchException.newer(unknown.last());
        }
    }
}
