package io.github.trdcare.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What the unique index holds when two writers have passed the locks at once. */
class IdentifierIndexTest {
    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final MatchLocks locks = new MatchLocks(database);
    private final IdentifierIndex index = new IdentifierIndex(database, locks);

    IdentifierIndexTest() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V12__identifier_index.sql"))
                .execute(database);
    }

    @Test
    void anIdentifierBelongsToTheFirstThatWasCreatedByIt() {
        locks.expect(List.of("Patient?identifier=urn%3Ax%7C7"));
        index.created(patient("1", "7"));

        assertThatThrownBy(() -> index.created(patient("2", "7"))).isInstanceOf(DuplicateKeyException.class);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aMatchWithoutItsSystemIsHeldToo() {
        locks.expect(List.of("Patient?identifier=7"));
        index.created(patient("1", "7"));
        locks.expect(List.of("Patient?identifier=urn:x|7"));

        assertThatThrownBy(() -> index.created(patient("2", "7"))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aPlainCreateTakesNothing() {
        index.created(patient("1", "7"));
        locks.expect(List.of("Patient?identifier=urn:x|8", "Patient?name=Meier", "Task?identifier=urn:x|7"));
        index.created(patient("2", "7"));

        assertThat(rows()).isZero();
    }

    @Test
    void anIdentifierIsFreeWhenItsResourceLosesIt() {
        locks.expect(List.of("Patient?identifier=urn:x|7"));
        index.created(patient("1", "7"));
        index.updated(patient("1", "7"), patient("1", "7"));
        assertThat(rows()).isEqualTo(1);

        index.updated(patient("1", "7"), patient("1", "8"));
        assertThatCode(() -> index.created(patient("2", "7"))).doesNotThrowAnyException();
    }

    @Test
    void anIdentifierIsFreeWhenItsResourceIsDeletedAndNotWhenAnotherOneIs() {
        locks.expect(List.of("Patient?identifier=urn:x|7"));
        index.created(patient("1", "7"));
        index.deleted(patient("2", "7"));
        assertThat(rows()).isEqualTo(1);

        index.deleted(patient("1", "7"));
        assertThatCode(() -> index.created(patient("2", "7"))).doesNotThrowAnyException();
    }

    private static Patient patient(String id, String number) {
        Patient patient = new Patient();
        patient.setId("Patient/" + id + "/_history/1");
        patient.addIdentifier().setSystem("urn:x").setValue(number);
        return patient;
    }

    private int rows() {
        return JdbcClient.create(database)
                .sql("select count(*) from trd_identifier")
                .query(Integer.class)
                .single();
    }
}
