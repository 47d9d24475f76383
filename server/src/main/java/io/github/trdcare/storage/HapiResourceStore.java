package io.github.trdcare.storage;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store on HAPI's JPA DAOs. */
@Component
class HapiResourceStore implements ResourceStore {
    private final IFhirSystemDao<Bundle, Meta> system;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    HapiResourceStore(
            IFhirSystemDao<Bundle, Meta> system,
            EntityManager entities,
            JdbcClient jdbc,
            PlatformTransactionManager manager) {
        this.system = system;
        this.entities = entities;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public Bundle transaction(Bundle transaction) {
        return system.transaction(new SystemRequestDetails(), transaction);
    }

    @Override
    public boolean onceOnly(String name, List<Bundle> bundles) {
        if (isTaken(name)) {
            return false;
        }
        try {
            transactions.executeWithoutResult(status -> {
                // The row comes first: a second node that loads at the same moment waits here and then gives way.
                jdbc.sql("insert into trd_once (name, taken_at) values (?, current_timestamp)")
                        .param(name)
                        .update();
                bundles.forEach(bundle -> system.transactionNested(validated(), bundle));
            });
            return true;
        } catch (DuplicateKeyException takenMeanwhile) {
            return false;
        }
    }

    /** By a query of the entity manager, which first writes what the open transaction has not yet sent. */
    @Override
    public Set<String> missing(Set<String> references) {
        Set<String> missing = new TreeSet<>(references);
        entities.createQuery(
                        "select concat(r.myResourceType, '/', r.myFhirId) from ResourceTable r"
                                + " where r.myFhirId in :ids and r.myDeleted is null",
                        String.class)
                .setParameter(
                        "ids",
                        references.stream()
                                .map(reference -> reference.substring(reference.indexOf('/') + 1))
                                .toList())
                .getResultList()
                .forEach(missing::remove);
        return missing;
    }

    private static SystemRequestDetails validated() {
        SystemRequestDetails request = new SystemRequestDetails();
        request.getUserData().put(VALIDATED, true);
        return request;
    }

    private boolean isTaken(String name) {
        return jdbc.sql("select count(*) from trd_once where name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
