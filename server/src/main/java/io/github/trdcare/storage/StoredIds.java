package io.github.trdcare.storage;

import com.google.common.collect.Lists;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which resources there are, by type, time of the last change and patient: ids alone, so that millions fit in memory. */
@Component
public class StoredIds {
    private static final Instant EVER = Instant.EPOCH;
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");
    private static final int PATIENTS_AT_ONCE = 1000;
    private static final String PATIENT = "Patient";

    private final EntityManager entities;

    StoredIds(EntityManager entities) {
        this.entities = entities;
    }

    /** Types of which something is stored. */
    public Set<String> types() {
        return new TreeSet<>(entities.createQuery(
                        "select distinct r.myResourceType from ResourceTable r where r.myDeleted is null", String.class)
                .getResultList());
    }

    /** Undeleted resources of a type, the oldest first. */
    public Set<String> of(String type, Period changed) {
        return new LinkedHashSet<>(query(type, changed, "").getResultList());
    }

    /** Those that refer to any patient of this server; of type Patient, all. */
    public Set<String> ofPatients(String type, Period changed) {
        return type.equals(PATIENT)
                ? of(type, changed)
                : new LinkedHashSet<>(query(
                                type,
                                changed,
                                " and r.myPid.myId in (select l.mySourceResourcePid from ResourceLink l"
                                        + " where l.mySourceResourceType = :type and l.myTargetResourceType = 'Patient')")
                        .getResultList());
    }

    /** Those that refer to one of these patients; of type Patient, these. */
    public Set<String> ofPatients(String type, Period changed, Collection<String> patients) {
        Set<String> ids = new LinkedHashSet<>();
        for (List<String> some : Lists.partition(List.copyOf(patients), PATIENTS_AT_ONCE)) {
            String about = type.equals(PATIENT)
                    ? " and r.myFhirId in :patients"
                    : " and r.myPid.myId in (select l.mySourceResourcePid from ResourceLink l, ResourceTable p"
                            + " where l.myTargetResourcePid = p.myPid.myId and p.myResourceType = 'Patient'"
                            + " and p.myFhirId in :patients)";
            ids.addAll(
                    query(type, changed, about).setParameter("patients", some).getResultList());
        }
        return ids;
    }

    /** References of what was deleted in that time. */
    public List<String> deleted(Set<String> types, Period when) {
        return entities.createQuery(
                        "select concat(r.myResourceType, '/', r.myFhirId) from ResourceTable r where r.myDeleted >= :from"
                                + " and r.myDeleted < :until and r.myResourceType in :types order by r.myPid.myId",
                        String.class)
                .setParameter("from", Date.from(when.from().orElse(EVER)))
                .setParameter("until", Date.from(when.until().orElse(NEVER)))
                .setParameter("types", types)
                .getResultList();
    }

    private TypedQuery<String> query(String type, Period changed, String about) {
        return entities.createQuery(
                        "select r.myFhirId from ResourceTable r where r.myResourceType = :type and r.myDeleted is null"
                                + " and r.myUpdated >= :from and r.myUpdated < :until" + about
                                + " order by r.myPid.myId",
                        String.class)
                .setParameter("type", type)
                .setParameter("from", Date.from(changed.from().orElse(EVER)))
                .setParameter("until", Date.from(changed.until().orElse(NEVER)));
    }

    /** From an instant on, until before another; either may be open. */
    public record Period(Optional<Instant> from, Optional<Instant> until) {
        public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());
    }
}
