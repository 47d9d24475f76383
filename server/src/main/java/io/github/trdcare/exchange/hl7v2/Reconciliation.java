package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.chart.References;
import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Brings what a message says together with what is stored: what the message is silent about stays. */
final class Reconciliation {
    /** The server's own, said anew by each version, or put together from several fields. */
    private static final Set<String> NOT_KEPT =
            Set.of("id", "meta", "text", "contained", "identifier", "telecom", "period");

    private final ResourceStore store;
    private final StoredPatients patients;

    Reconciliation(ResourceStore store) {
        this.store = store;
        this.patients = new StoredPatients(store);
    }

    /** Completes the updates of a draft, and finds what its references by number mean. */
    void of(Draft draft) {
        patients.find(draft);
        Map<String, String> stored = new HashMap<>();
        for (BundleEntryComponent entry : draft.bundle().getEntry()) {
            if (entry.getRequest().getMethod() == HTTPVerb.PUT) {
                stored(entry).ifPresent(before -> {
                    stored.put(entry.getFullUrl(), References.to(before));
                    keep(before, (DomainResource) entry.getResource());
                    if (before instanceof DiagnosticReport report) {
                        keepResults(report, (DiagnosticReport) entry.getResource(), stored);
                    }
                });
            }
            references(entry.getResource()).forEach(reference -> resolve(reference, draft));
        }
    }

    private Optional<DomainResource> stored(BundleEntryComponent entry) {
        String query = entry.getRequest().getUrl().replaceFirst("^[^?]*\\?", "");
        List<? extends Resource> found = store.find(entry.getResource().getClass(), query);
        return found.size() == 1 ? Optional.of((DomainResource) found.get(0)) : Optional.empty();
    }

    static void keep(DomainResource before, DomainResource now) {
        if (before instanceof Patient patient) {
            Patients.keepTelephones(patient, (Patient) now);
        }
        for (Property property : before.children()) {
            String name = property.getName();
            if (!NOT_KEPT.contains(name) && isUnsaid(now, name)) {
                property.getValues().forEach(value -> now.setProperty(name, value));
            }
        }
        if (before instanceof Encounter encounter) {
            AdmissionMapper.keepTimes(encounter, (Encounter) now);
        }
        if (before instanceof Appointment appointment) {
            AppointmentMapper.keepPeople(appointment, (Appointment) now);
        }
        List<Base> identifiers = now.getNamedProperty("identifier").getValues();
        before.getNamedProperty("identifier").getValues().stream()
                .filter(known ->
                        identifiers.stream().noneMatch(said -> Patients.same((Identifier) known, (Identifier) said)))
                .forEach(known -> now.setProperty("identifier", known));
    }

    /**
     * A message that corrects a report may name only what it corrects; the other results are the report's still.
     *
     * @param stored by the address of an entry, what it is stored as
     */
    static void keepResults(DiagnosticReport before, DiagnosticReport now, Map<String, String> stored) {
        List<String> known = References.of(before.getResult());
        List<Reference> added = now.getResult().stream()
                .filter(result -> !known.contains(stored.getOrDefault(result.getReference(), "")))
                .toList();
        now.setResult(Stream.concat(before.getResult().stream(), added.stream()).toList());
    }

    private static boolean isUnsaid(DomainResource now, String element) {
        return Unsaid.isAssumed(now, element)
                || !Unsaid.isGone(now, element)
                        && Optional.ofNullable(now.getNamedProperty(element))
                                .map(said -> said.getValues().isEmpty())
                                .orElse(false);
    }

    /** Those to things of a known type by their number. */
    private static List<Reference> references(Resource resource) {
        return resource.children().stream()
                .flatMap(property -> property.getValues().stream())
                .flatMap(value -> value instanceof Reference reference
                        ? Stream.of(reference)
                        : value.children().stream()
                                .flatMap(inner -> inner.getValues().stream())
                                .filter(Reference.class::isInstance)
                                .map(Reference.class::cast))
                .filter(reference -> reference.hasType() && reference.hasIdentifier() && !reference.hasReference())
                .toList();
    }

    /** Where nothing of this number is stored, the number itself remains. */
    private void resolve(Reference reference, Draft draft) {
        Class<? extends Resource> type = org.hl7.fhir.r4.model.ResourceFactory.createResource(reference.getType())
                .getClass();
        List<? extends Resource> found = store.find(type, MatchUrl.byIdentifier(reference.getIdentifier()));
        if (found.size() == 1) {
            reference.setReference(
                    reference.getType() + "/" + found.get(0).getIdElement().getIdPart());
        }
    }
}
