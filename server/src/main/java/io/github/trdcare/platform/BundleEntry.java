package io.github.trdcare.platform;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/** Finds a resource in the bundle that brought it, so that a refusal can name the entry. */
final class BundleEntry {

    private BundleEntry() {}

    /** As in {@code Bundle.entry[3].resource}; nothing where no bundle was sent. */
    static Optional<String> of(@Nullable RequestDetails request, IBaseResource resource) {
        return request != null && request.getResource() instanceof Bundle bundle
                ? IntStream.range(0, bundle.getEntry().size())
                        .filter(index -> bundle.getEntry().get(index).getResource() == resource)
                        .mapToObj(index -> "Bundle.entry[" + index + "].resource")
                        .findFirst()
                : Optional.empty();
    }
}
