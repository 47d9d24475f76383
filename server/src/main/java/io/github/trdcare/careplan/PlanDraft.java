package io.github.trdcare.careplan;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources of one plan as they are made: each has a name in the transaction until it is stored. */
final class PlanDraft {
    private final Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
    private final String key;

    /** The names follow from the key: the same request is previewed alike. */
    PlanDraft(String key) {
        this.key = key;
    }

    /** Adds a new resource; the answer is how others of the plan refer to it. */
    Reference add(Resource resource) {
        String seed = key + "#" + transaction.getEntry().size();
        String name = "urn:uuid:" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        transaction
                .addEntry()
                .setFullUrl(name)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
        return new Reference(name);
    }

    /** Changes a stored resource, unless somebody else has changed it meanwhile. */
    void change(Resource resource) {
        String place = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        transaction
                .addEntry()
                .setFullUrl(place)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(place)
                .setIfMatch("W/\"" + resource.getMeta().getVersionId() + "\"");
    }

    Bundle transaction() {
        return transaction;
    }
}
