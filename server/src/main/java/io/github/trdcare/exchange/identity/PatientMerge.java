package io.github.trdcare.exchange.identity;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
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

    /**
     * What is to be written, all of it or nothing.
     *
     * @param source the record that ends: it stays, inactive and linked to the other
     * @param target the record that goes on
     * @param record all that refers to the source
     */
    public Bundle of(Patient source, Patient target, List<Resource> record) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        add(bundle, ended(source, target));
        add(bundle, taken(source, target));
        record.stream()
                .filter(resource -> !isEither(resource, source, target))
                .flatMap(resource -> moved(resource, References.to(source), References.to(target)).stream())
                .forEach(resource -> add(bundle, resource));
        return bundle;
    }

    private static boolean isEither(Resource resource, Patient source, Patient target) {
        String reference = References.to(resource);
        return reference.equals(References.to(source)) || reference.equals(References.to(target));
    }

    /** Its numbers go over, so that whoever asks by them finds the record that goes on. */
    private static Patient ended(Patient source, Patient target) {
        Patient ended = source.copy();
        ended.setActive(false).setIdentifier(null);
        ended.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference(References.to(target)));
        return ended;
    }

    private static Patient taken(Patient source, Patient target) {
        Patient taken = target.copy();
        for (Identifier identifier : source.getIdentifier()) {
            boolean known = target.getIdentifier().stream()
                    .anyMatch(own -> String.valueOf(own.getSystem()).equals(identifier.getSystem())
                            && String.valueOf(own.getValue()).equals(identifier.getValue()));
            if (!known) {
                taken.addIdentifier(identifier.copy().setUse(IdentifierUse.OLD));
            }
        }
        taken.addLink().setType(LinkType.REPLACES).setOther(new Reference(References.to(source)));
        return taken;
    }

    private Optional<Resource> moved(Resource resource, String from, String to) {
        Resource moved = resource.copy();
        long changed = context.newTerser().getAllResourceReferences(moved).stream()
                .map(found -> (Reference) found.getResourceReference())
                .filter(reference -> from.equals(References.of(reference)))
                .peek(reference -> reference.setReference(to))
                .count();
        return changed == 0 ? Optional.empty() : Optional.of(moved);
    }

    /** One record as it is to be from now on. */
    public static Bundle update(Resource resource) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        add(bundle, resource);
        return bundle;
    }

    private static void add(Bundle bundle, Resource resource) {
        String reference = References.to(resource);
        resource.setId(reference);
        bundle.addEntry()
                .setFullUrl(reference)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(reference);
    }
}
