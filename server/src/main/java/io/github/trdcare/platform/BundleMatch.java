package io.github.trdcare.platform;

import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.jspecify.annotations.Nullable;

/** The match that a conditional entry of a bundle depends on, as type and query. */
final class BundleMatch {

    private BundleMatch() {}

    /** Nothing for an entry that is not a conditional write. */
    static @Nullable String of(BundleEntryComponent entry) {
        BundleEntryRequestComponent request = entry.getRequest();
        if (request.hasIfNoneExist() && entry.hasResource()) {
            String condition = request.getIfNoneExist();
            String type = entry.getResource().fhirType();
            return condition.startsWith(type + "?") ? condition : type + "?" + condition.replaceFirst("^\\?", "");
        }
        boolean conditional = request.hasUrl() && request.getUrl().contains("?");
        return conditional && request.getMethod() != HTTPVerb.GET && request.getMethod() != HTTPVerb.HEAD
                ? request.getUrl()
                : null;
    }
}
