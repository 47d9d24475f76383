package io.github.trdcare.platform;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Finds a resource in the bundle that brought it, so that a refusal can name the entry. */
final class BundleEntry {

    private static final String BUNDLE = "trd-transaction";

    private BundleEntry() {}

    /** Remembers the transaction that a request brings; HAPI hands each entry on without it. */
    static void remember(RequestDetails request, Bundle transaction) {
        request.getUserData().put(BUNDLE, transaction);
    }

    /** As in {@code Bundle.entry[3].resource}; nothing outside a transaction. */
    static Optional<String> of(@Nullable RequestDetails request, IBaseResource resource) {
        if (request == null || !(request.getUserData().get(BUNDLE) instanceof Bundle bundle)) {
            return Optional.empty();
        }
        Resource wanted = content((Resource) resource);
        return IntStream.range(0, bundle.getEntry().size())
                .filter(index -> bundle.getEntry().get(index).hasResource()
                        && content(bundle.getEntry().get(index).getResource()).equalsDeep(wanted))
                .mapToObj(index -> "Bundle.entry[" + index + "].resource")
                .findFirst();
    }

    /** HAPI works on a copy, to which it gives an id and a source. */
    private static Resource content(Resource resource) {
        Resource content = resource.copy();
        content.setIdElement(null);
        content.setMeta(null);
        return content;
    }
}
