package io.github.trdcare.exchange.identity;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.chart.References;
import io.github.trdcare.exchange.identity.MergeRequest.Pair;
import io.github.trdcare.exchange.registry.RegistryInterceptor;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Carries out a merge, all of it in the transaction under way: the two patients, then the record in small steps. */
@Component
public class Merging {
    /** Small enough for every limit on a bundle. */
    private static final int STEP = 100;

    private final ResourceStore store;
    private final PatientMerge merge;

    Merging(ResourceStore store, FhirContext context) {
        this.store = store;
        this.merge = new PatientMerge(context);
    }

    /** Before the two patients are read: from here on nobody else writes about either, until the transaction ends. */
    public void alone(Set<String> patients) {
        store.close(patients);
    }

    /**
     * Ends one record and goes on with the other, which takes over the numbers.
     *
     * @param origin who asked for it and when, as the Provenance of all that is written shall say
     */
    public void merge(Patient source, Patient target, Provenance origin) {
        merge(new Pair(source, target, PatientMerge.taken(source, target)), moved(source, target), origin);
    }

    /**
     * @param moving what {@link #moved} said
     */
    void merge(Pair pair, List<Resource> moving, Provenance origin) {
        String source = References.to(pair.source());
        origin.setActivity(
                new CodeableConcept().setText("Merge of " + source + " into " + References.to(pair.target())));
        origin.addEntity().setRole(ProvenanceEntityRole.SOURCE).setWhat(new Reference(source));
        store.move(bundle(List.of(PatientMerge.ended(pair.source(), pair.result())), origin));
        store.react(bundle(List.of(pair.result()), origin));
        for (int from = 0; from < moving.size(); from += STEP) {
            store.move(bundle(moving.subList(from, Math.min(from + STEP, moving.size())), origin));
        }
    }

    /** What would move; the registry follows the episodes that do. */
    List<Resource> moved(Patient source, Patient target) {
        List<Resource> record = store.record(source.getIdElement().getIdPart()).stream()
                .filter(resource -> !RegistryInterceptor.isKept(resource))
                .toList();
        return merge.moved(source, target, record);
    }

    /** One record as it is to be from now on. */
    public void update(Resource resource, Provenance origin) {
        store.react(bundle(List.of(resource), origin));
    }

    private static Bundle bundle(List<Resource> resources, Provenance origin) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Provenance provenance = origin.copy();
        for (Resource resource : resources) {
            String reference = References.to(resource);
            resource.setId(reference);
            bundle.addEntry()
                    .setFullUrl(reference)
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(reference);
            provenance.addTarget(new Reference(reference));
        }
        bundle.addEntry()
                .setResource(provenance)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Provenance");
        return bundle;
    }
}
