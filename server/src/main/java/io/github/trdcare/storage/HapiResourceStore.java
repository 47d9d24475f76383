package io.github.trdcare.storage;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.SearchBuilderFactory;
import ca.uhn.fhir.jpa.dao.expunge.IResourceExpungeService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store on HAPI's JPA DAOs. */
@Component
class HapiResourceStore implements ResourceStore {
    /** The limit of a transaction is the clients'; what is done once at a start must end on a slow machine too. */
    private static final Duration LEISURE = Duration.ofHours(1);

    /** A rule that searches wants all there is, not the first page of it. */
    private static final int EVERYTHING = 1_000_000;

    /** Those are about a patient, and no part of the record of care. */
    private static final List<String> NOT_OF_THE_RECORD = List.of("AuditEvent", "Provenance");

    /** What a record of care names without it being about the patient. */
    private static final List<String> NAMED_IN_THE_RECORD = List.of("Medication", "Device");

    private final IFhirSystemDao<Bundle, Meta> system;
    private final DaoRegistry daos;
    private final SearchBuilderFactory<JpaPid> loaders;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final MatchLocks locks;
    private final PatientRecords patientRecords;
    private final MatchUrlService matchUrls;
    private final IResourceExpungeService<JpaPid, ?> expunge;
    private final TransactionTemplate transactions;
    private final TransactionTemplate atLeisure;

    HapiResourceStore(
            IFhirSystemDao<Bundle, Meta> system,
            DaoRegistry daos,
            SearchBuilderFactory<JpaPid> loaders,
            EntityManager entities,
            JdbcClient jdbc,
            MatchLocks locks,
            PatientRecords patientRecords,
            MatchUrlService matchUrls,
            IResourceExpungeService<JpaPid, ?> expunge,
            PlatformTransactionManager manager) {
        this.system = system;
        this.daos = daos;
        this.loaders = loaders;
        this.entities = entities;
        this.jdbc = jdbc;
        this.locks = locks;
        this.patientRecords = patientRecords;
        this.matchUrls = matchUrls;
        this.expunge = expunge;
        this.transactions = new TransactionTemplate(manager);
        this.atLeisure = new TransactionTemplate(manager);
        atLeisure.setTimeout(Math.toIntExact(LEISURE.toSeconds()));
    }

    @Override
    public Bundle transaction(Bundle transaction) {
        return system.transaction(new SystemRequestDetails(), transaction);
    }

    @Override
    public Optional<Bundle> transactionAlone(List<String> names, Supplier<Optional<Bundle>> decision) {
        locks.expect(names);
        try {
            return transactions.execute(status ->
                    decision.get().map(bundle -> system.transactionNested(new SystemRequestDetails(), bundle)));
        } finally {
            locks.forget();
        }
    }

    @Override
    public void react(Bundle transaction) {
        system.transactionNested(marked(REACTION), transaction);
    }

    @Override
    public void move(Bundle transaction) {
        system.transactionNested(marked(MOVED), transaction);
        // Each flush looks at all that the session knows: without this, a large record takes the square of its size.
        entities.flush();
        entities.clear();
    }

    @Override
    public Map<String, String> keepOpen(Set<String> patients) {
        return patientRecords.keepOpen(patients);
    }

    @Override
    public void close(Set<String> patients) {
        patientRecords.close(patients);
    }

    @Override
    public void note(String patient, Optional<String> successor) {
        patientRecords.note(patient, successor);
    }

    @Override
    public Optional<String> successor(String patient) {
        return patientRecords.successor(patient);
    }

    @Override
    public void lock(String name) {
        jdbc.sql("select share from trd_match_lock where share = ? for update")
                .param(MatchLocks.SHARES + Math.floorMod(name.hashCode(), MatchLocks.SHARES))
                .query(Integer.class)
                .single();
    }

    @Override
    public void together(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    @Override
    public boolean onceOnly(String name, List<Bundle> bundles) {
        if (isTaken(name)) {
            return false;
        }
        try {
            atLeisure.executeWithoutResult(status -> {
                // The row comes first: a second node that loads at the same moment waits here and then gives way.
                jdbc.sql("insert into trd_once (name, taken_at) values (?, current_timestamp)")
                        .param(name)
                        .update();
                bundles.forEach(bundle -> system.transactionNested(marked(VALIDATED), bundle));
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
                .setParameter("ids", ids(references))
                .getResultList()
                .forEach(missing::remove);
        return missing;
    }

    @Override
    public <R extends Resource> Optional<R> read(Class<R> type, String id) {
        try {
            return Optional.of(daos.getResourceDao(type).read(new IdType(id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Resource> version(String type, String id, long version) {
        try {
            return Optional.of((Resource) daos.getResourceDao(type)
                    .read(new IdType(type, id, Long.toString(version)), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Optional.empty();
        }
    }

    @Override
    public <R extends Resource> List<R> find(Class<R> type, String query) {
        SearchParameterMap search = matchUrls
                .getResourceSearch(type.getSimpleName() + "?" + query)
                .getSearchParameterMap()
                .setLoadSynchronousUpTo(EVERYTHING)
                .setSort(new SortSpec("_lastUpdated", SortOrderEnum.DESC));
        return daos.getResourceDao(type).searchForResources(search, new SystemRequestDetails());
    }

    @Override
    public List<String> search(String type, String query, int most) {
        SearchParameterMap search = matchUrls
                .getResourceSearch(type + "?" + query)
                .getSearchParameterMap()
                .setLoadSynchronousUpTo(most);
        IFhirResourceDao<?> dao = daos.getResourceDao(type);
        return dao.searchForResourceIds(search, new SystemRequestDetails()).stream()
                .map(id -> type + "/" + id.getIdPart())
                .toList();
    }

    @Override
    public void put(Resource resource) {
        update(resource, new SystemRequestDetails());
    }

    @Override
    public void keep(Resource resource) {
        update(resource, marked(VALIDATED));
    }

    private <R extends Resource> void update(R resource, SystemRequestDetails request) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) resource.getClass();
        daos.getResourceDao(type).update(resource, request);
    }

    @Override
    public void forget(List<String> binaries) {
        transactions.executeWithoutResult(status -> expunge.expungeCurrentVersionOfResources(
                new SystemRequestDetails(),
                entities.createQuery(
                                "select r.myPid.myId from ResourceTable r where r.myResourceType = 'Binary'"
                                        + " and r.myFhirId in :ids",
                                Long.class)
                        .setParameter("ids", binaries)
                        .getResultStream()
                        .map(JpaPid::fromId)
                        .toList(),
                new AtomicInteger(Integer.MAX_VALUE)));
    }

    @Override
    public List<Resource> all(Set<String> references) {
        return transactions.execute(status -> load(entities.createQuery(
                        "select r.myPid.myId from ResourceTable r where r.myFhirId in :ids"
                                + " and concat(r.myResourceType, '/', r.myFhirId) in :references and r.myDeleted is null",
                        Long.class)
                .setParameter("ids", ids(references))
                .setParameter("references", references)
                .getResultStream()
                .map(JpaPid::fromId)
                .toList()));
    }

    private static List<String> ids(Set<String> references) {
        return references.stream()
                .map(reference -> reference.substring(reference.indexOf('/') + 1))
                .toList();
    }

    @Override
    public List<Resource> record(String patient) {
        return records(Set.of(patient));
    }

    @Override
    public List<Resource> records(Set<String> patients) {
        return transactions.execute(status -> {
            List<Long> pids = pidsOf(patients);
            return pids.isEmpty() ? List.<Resource>of() : load(pidsOfRecords(pids));
        });
    }

    private List<Long> pidsOf(Set<String> patients) {
        return entities.createQuery(
                        "select r.myPid.myId from ResourceTable r where r.myResourceType = 'Patient'"
                                + " and r.myFhirId in :ids and r.myDeleted is null",
                        Long.class)
                .setParameter("ids", patients)
                .getResultList();
    }

    private List<JpaPid> pidsOfRecords(List<Long> patients) {
        Set<Long> pids = new LinkedHashSet<>(patients);
        pids.addAll(entities.createQuery(
                        "select distinct l.mySourceResourcePid from ResourceLink l"
                                + " where l.myTargetResourcePid in :patients and l.mySourceResourceType not in :other",
                        Long.class)
                .setParameter("patients", patients)
                .setParameter("other", NOT_OF_THE_RECORD)
                .getResultList());
        pids.addAll(entities.createQuery(
                        "select distinct named.myTargetResourcePid from ResourceLink named, ResourceLink about"
                                + " where about.myTargetResourcePid in :patients"
                                + " and named.mySourceResourcePid = about.mySourceResourcePid"
                                + " and named.myTargetResourceType in :types and named.myTargetResourcePid is not null",
                        Long.class)
                .setParameter("patients", patients)
                .setParameter("types", NAMED_IN_THE_RECORD)
                .getResultList());
        return pids.stream().map(JpaPid::fromId).toList();
    }

    private List<Resource> load(List<JpaPid> pids) {
        return loaders
                .newSearchBuilder("Patient", Patient.class)
                .loadResourcesByPid(pids, new SystemRequestDetails())
                .stream()
                .map(Resource.class::cast)
                .toList();
    }

    private static SystemRequestDetails marked(String mark) {
        SystemRequestDetails request = new SystemRequestDetails();
        request.getUserData().put(mark, true);
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
