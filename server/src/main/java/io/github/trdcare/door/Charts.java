package io.github.trdcare.door;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a patient's record, once a request: a few database statements, however long the record is. */
@Component
public class Charts {
    private static final Duration AHEAD = Duration.ofDays(3650);

    private final ResourceStore store;
    private final Clock clock;

    Charts(ResourceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The record of a patient as of a moment; none given means now, a partial date its last instant. */
    public Chart ofPatient(IIdType patient, @Nullable DateTimeType asOf) {
        List<Resource> record = store.record(patient.getIdPart());
        if (record.isEmpty()) {
            throw RefusedException.notFound("Patient/" + patient.getIdPart());
        }
        return Chart.of(record, instant(asOf), clock.getZone());
    }

    /** A patient's whole record, with what is planned for the time to come; empty for a patient of another server. */
    public Chart whole(String patient) {
        String id = patient.substring(patient.indexOf('/') + 1);
        return Chart.of(store.record(id), clock.instant().plus(AHEAD), clock.getZone());
    }

    /** The records of many patients, in as many database statements as that of one. */
    public Map<String, Chart> ofPatients(Set<String> references, @Nullable DateTimeType asOf) {
        Set<String> ids = references.stream()
                .map(reference -> new IdType(reference).getIdPart())
                .collect(Collectors.toSet());
        List<Resource> all = ids.isEmpty() ? List.of() : store.records(ids);
        return references.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        patient -> Chart.of(
                                all.stream().filter(each -> isOf(patient, each)).toList(),
                                instant(asOf),
                                clock.getZone())));
    }

    /** The stored resources that a search finds. */
    public <R extends Resource> List<R> find(Class<R> type, String query) {
        return store.find(type, query);
    }

    /** The zone of the clinical day. */
    public ZoneId zone() {
        return clock.getZone();
    }

    /** The moment asked about. */
    public Instant instant(@Nullable DateTimeType asOf) {
        return asOf == null || !asOf.hasValue()
                ? clock.instant()
                : Moment.of(asOf, clock.getZone()).last();
    }

    /** A device or a drug without a patient is anybody's. */
    private static boolean isOf(String patient, Resource resource) {
        return References.to(resource).equals(patient)
                || !resource.fhirType().equals("Patient")
                        && Written.patient(resource).map(patient::equals).orElse(true);
    }

    /** The record of the patient that a resource is about. */
    public Chart about(Reference subject, @Nullable DateTimeType asOf) {
        IIdType patient = subject.getReferenceElement();
        if (!"Patient".equals(patient.getResourceType()) || !patient.hasIdPart()) {
            throw RefusedException.unfitRecord("subject", "The record names no patient of this server as its subject");
        }
        return ofPatient(patient, asOf);
    }

    /** The reference of a patient that a parameter names; one that is not there is refused. */
    public String patient(String parameter, Optional<String> reference) {
        IdType patient = new IdType(reference.orElseThrow(
                () -> RefusedException.unfit(parameter, "The parameter " + parameter + " is missing: Patient/id")));
        if (!"Patient".equals(patient.getResourceType()) || !patient.hasIdPart() || patient.isAbsolute()) {
            throw RefusedException.unfit(parameter, "A patient of this server is expected, as in Patient/1");
        }
        String found = "Patient/" + patient.getIdPart();
        if (!store.missing(Set.of(found)).isEmpty()) {
            throw RefusedException.notFound(found);
        }
        return found;
    }

    /** A stored resource, whosever it is. */
    public <R extends Resource> R read(Class<R> type, IIdType id) {
        return store.read(type, id.getIdPart())
                .orElseThrow(() -> RefusedException.notFound(type.getSimpleName() + "/" + id.getIdPart()));
    }

    /** The stored resources among the given references, which need not be of any patient. */
    public List<Resource> all(Set<String> references) {
        return references.isEmpty() ? List.of() : store.all(references);
    }

    /** Finds what the records of a chart refer to, and what that refers to: people and places stand outside of it. */
    public Function<String, Optional<Resource>> around(Chart chart) {
        Map<String, Resource> known = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Collection<Resource> unread = chart.all(Resource.class);
        while (!unread.isEmpty()) {
            unread.forEach(each -> known.put(References.to(each), each));
            Set<String> next = unread.stream()
                    .flatMap(References::within)
                    .filter(reference -> !known.containsKey(reference) && asked.add(reference))
                    .collect(Collectors.toSet());
            unread = all(next);
        }
        return reference -> Optional.ofNullable(known.get(reference));
    }
}
