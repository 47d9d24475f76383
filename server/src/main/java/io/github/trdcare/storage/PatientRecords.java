package io.github.trdcare.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a patient's record open for whoever writes about the patient, and closed while it is merged into another: the
 * database row of the Patient is the lock, on every node.
 */
@Component
class PatientRecords {
    private final JdbcClient jdbc;
    private final String writing;

    /** PostgreSQL lets those who only write about a patient work beside each other; H2 knows one kind of lock. */
    PatientRecords(DataSource dataSource, PersistenceConfig.Database database) {
        this.jdbc = JdbcClient.create(dataSource);
        this.writing = database == PersistenceConfig.Database.POSTGRESQL ? "for key share" : "for update";
    }

    void close(Set<String> patients) {
        lock(patients, "for update");
    }

    /** A statement of its own after the lock, which reads what was committed while it waited. */
    Map<String, String> keepOpen(Set<String> patients) {
        lock(patients, writing);
        return jdbc
                .sql("select patient, successor from trd_merged_patient where patient in (:patients)")
                .param("patients", patients)
                .query((row, number) -> Map.entry(row.getString("patient"), row.getString("successor")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** In order, so that nobody waits in a circle. */
    private void lock(Set<String> patients, String strength) {
        if (patients.isEmpty()) {
            return;
        }
        List<String> ids = new TreeSet<>(patients)
                .stream().map(patient -> patient.replaceFirst("^Patient/", "")).toList();
        jdbc.sql("select res_id from hfj_resource where res_type = 'Patient' and fhir_id in (:ids) order by res_id "
                        + strength)
                .param("ids", ids)
                .query(Long.class)
                .list();
    }

    void note(String patient, Optional<String> successor) {
        jdbc.sql("delete from trd_merged_patient where patient = ?")
                .param(patient)
                .update();
        successor.ifPresent(goesOn -> jdbc.sql("insert into trd_merged_patient (patient, successor) values (?, ?)")
                .params(patient, goesOn)
                .update());
    }

    Optional<String> successor(String patient) {
        return jdbc.sql("select successor from trd_merged_patient where patient = ?")
                .param(patient)
                .query(String.class)
                .optional();
    }
}
