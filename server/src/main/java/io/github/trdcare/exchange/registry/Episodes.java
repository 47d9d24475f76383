package io.github.trdcare.exchange.registry;

import com.google.common.collect.Lists;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.storage.ResourceStore;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** The depressive episodes on record, and since when each patient has one. */
@Component
class Episodes {
    static final String PROFILE = Ours.definition("trd-condition");

    private static final String MISTAKE = "entered-in-error";
    private static final String SEARCH = "_profile=" + PROFILE;
    private static final int EVERYTHING = 100_000_000;
    private static final int AT_ONCE = 500;

    private final ResourceStore store;

    Episodes(ResourceStore store) {
        this.store = store;
    }

    /** By patient, the earliest recording of an episode. */
    Map<String, Since> of(Set<String> patients) {
        return sinces(patients.stream()
                .flatMap(patient -> store.find(Condition.class, SEARCH + "&subject=" + patient).stream()));
    }

    Map<String, Since> all() {
        return sinces(Lists.partition(store.search("Condition", SEARCH, EVERYTHING), AT_ONCE).stream()
                .flatMap(some -> store.all(new LinkedHashSet<>(some)).stream()));
    }

    /** Whether a version of a resource is an episode that counts. */
    static boolean isOne(Resource resource) {
        return resource instanceof Condition condition
                && condition.getMeta().hasProfile(PROFILE)
                && condition.getVerificationStatus().getCoding().stream()
                        .noneMatch(code -> MISTAKE.equals(code.getCode()));
    }

    private static Map<String, Since> sinces(Stream<? extends Resource> conditions) {
        Map<String, Since> sinces = new TreeMap<>();
        conditions.filter(Episodes::isOne).map(Condition.class::cast).forEach(episode -> patient(episode)
                .ifPresent(patient -> sinces.merge(patient, since(episode), Episodes::earlier)));
        return sinces;
    }

    static Optional<String> patient(Condition condition) {
        return References.patient(condition.getSubject());
    }

    /** To the second, as a period has it. */
    private static Since since(Condition episode) {
        Date time = episode.getRecordedDateElement().hasValue()
                ? episode.getRecordedDate()
                : episode.getMeta().getLastUpdated();
        return new Since(Date.from(time.toInstant().truncatedTo(ChronoUnit.SECONDS)));
    }

    private static Since earlier(Since one, Since other) {
        return one.time().after(other.time()) ? other : one;
    }

    /** When a patient came into the registry. */
    record Since(Date time) {}
}
