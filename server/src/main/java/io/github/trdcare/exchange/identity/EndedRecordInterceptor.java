package io.github.trdcare.exchange.identity;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.storage.ResourceStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses what is about a patient whose record has ended, and names the one that goes on: what arrives under the old id
 * must not lie where nobody reads it. It also keeps a merge and a write about one patient apart.
 */
@Interceptor
@Component
public class EndedRecordInterceptor {
    /** They tell of the ended record itself. */
    private static final Set<String> ABOUT_THE_MERGE = Set.of("Patient", "Provenance", "AuditEvent");

    private static final String OPEN = "trd-open-records";

    private final FhirContext context;
    private final ResourceStore store;

    EndedRecordInterceptor(FhirContext context, ResourceStore store) {
        this.context = context;
        this.store = store;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request, TransactionDetails transaction) {
        if (resource instanceof Patient patient) {
            note(patient, Optional.empty());
        }
        check(Map.of(), resource, request, transaction);
    }

    /** A changed resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(
            IBaseResource before, IBaseResource after, RequestDetails request, TransactionDetails transaction) {
        if (after instanceof Patient patient) {
            note(patient, PatientLinks.successor((Patient) before));
        }
        check(patients(before), after, request, transaction);
    }

    private void note(Patient patient, Optional<String> before) {
        Optional<String> successor = PatientLinks.successor(patient);
        if (before.isPresent() && successor.isEmpty()) {
            throw RefusedException.of(List.of(Refusal.conflict(
                    "record-ended",
                    "Patient.link",
                    References.to(patient) + " has ended: it was merged into " + before.get(),
                    before.get() + ", or the link of type replaced-by kept")));
        }
        if (!before.equals(successor)) {
            store.note(References.to(patient), successor);
        }
    }

    /** What pointed to an ended record before may stay so. */
    private void check(
            Map<String, String> before,
            IBaseResource resource,
            @Nullable RequestDetails request,
            TransactionDetails transaction) {
        if (ABOUT_THE_MERGE.contains(context.getResourceType(resource)) || exempt(request)) {
            return;
        }
        Map<String, String> patients = patients(resource);
        Map<String, String> ended = ended(patients.keySet(), transaction);
        List<Refusal> refusals = ended.keySet().stream()
                .filter(patient -> !before.containsKey(patient))
                .map(patient -> Refusal.conflict(
                        "record-ended",
                        patients.get(patient),
                        "The record of " + patient + " has ended: it was merged into " + ended.get(patient),
                        ended.get(patient)))
                .toList();
        if (!refusals.isEmpty()) {
            throw RefusedException.of(refusals);
        }
    }

    /** Asked once a transaction and patient; those that nobody ended stay open until it ends. */
    private Map<String, String> ended(Set<String> patients, TransactionDetails transaction) {
        Map<String, Optional<String>> known = transaction.getOrCreateUserData(OPEN, HashMap::new);
        Set<String> unknown = Set.copyOf(
                patients.stream().filter(patient -> !known.containsKey(patient)).toList());
        if (!unknown.isEmpty()) {
            Map<String, String> ended = store.keepOpen(unknown);
            unknown.forEach(patient -> known.put(patient, Optional.ofNullable(ended.get(patient))));
        }
        Map<String, String> ended = new TreeMap<>();
        patients.forEach(patient -> known.get(patient).ifPresent(successor -> ended.put(patient, successor)));
        return ended;
    }

    /** Patients of this server to whom a resource refers, each with a place where it does. */
    private Map<String, String> patients(IBaseResource resource) {
        Map<String, String> places = new TreeMap<>();
        for (ResourceReferenceInfo reference : context.newTerser().getAllResourceReferences(resource)) {
            IIdType target = reference.getResourceReference().getReferenceElement();
            if ("Patient".equals(target.getResourceType()) && target.hasIdPart() && !target.isAbsolute()) {
                places.putIfAbsent(
                        "Patient/" + target.getIdPart(),
                        context.getResourceType(resource) + "."
                                + reference.getName().replaceFirst("^\\.", ""));
            }
        }
        return places;
    }

    private static boolean exempt(@Nullable RequestDetails request) {
        return request != null
                && Stream.of(ResourceStore.VALIDATED, ResourceStore.REACTION, ResourceStore.MOVED)
                        .anyMatch(request.getUserData()::containsKey);
    }
}
