package io.github.trdcare.exchange.identity;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Makes two records one: what was about one patient is about the other, who takes over the identifiers. */
public final class PatientMerge {
    private final FhirContext context;

    public PatientMerge(FhirContext context) {
        this.context = context;
    }

    /** The record that ends; what numbers go over are found at the record that goes on, and no number is lost. */
    static Patient ended(Patient source, Patient target) {
        Patient ended = source.copy().setActive(false);
        ended.getIdentifier().removeIf(identifier -> holds(target, identifier));
        PatientLinks.add(ended, LinkType.REPLACEDBY, target);
        return ended;
    }

    /** The record that goes on, with the numbers of the other as old ones. */
    static Patient taken(Patient source, Patient target) {
        Patient taken = target.copy();
        for (Identifier identifier : source.getIdentifier()) {
            if (!holds(target, identifier)) {
                taken.addIdentifier(identifier.copy().setUse(IdentifierUse.OLD));
            }
        }
        PatientLinks.add(taken, LinkType.REPLACES, source);
        return taken;
    }

    /** By system and value; how it is used is another matter. */
    static boolean holds(Patient patient, Identifier identifier) {
        return patient.getIdentifier().stream()
                .anyMatch(own -> Objects.equals(own.getSystem(), identifier.getSystem())
                        && Objects.equals(own.getValue(), identifier.getValue()));
    }

    /**
     * Those records that refer to the source, referring to the target instead.
     *
     * @param record all that may refer to the source
     */
    List<Resource> moved(Patient source, Patient target, List<Resource> record) {
        return record.stream()
                .filter(resource -> !isEither(resource, source, target))
                .flatMap(resource -> moved(resource, References.to(source), References.to(target)).stream())
                .toList();
    }

    private static boolean isEither(Resource resource, Patient source, Patient target) {
        String reference = References.to(resource);
        return reference.equals(References.to(source)) || reference.equals(References.to(target));
    }

    private Optional<Resource> moved(Resource resource, String from, String to) {
        Resource moved = resource.copy();
        long changed = context.newTerser().getAllResourceReferences(moved).stream()
                .map(found -> (Reference) found.getResourceReference())
                .filter(reference -> !reference.getReferenceElement().isAbsolute())
                .filter(reference -> from.equals(References.of(reference)))
                .peek(reference -> reference.setReference(to))
                .count();
        return changed == 0 ? Optional.empty() : Optional.of(moved);
    }
}
