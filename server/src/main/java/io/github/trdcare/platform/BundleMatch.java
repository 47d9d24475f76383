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
            return of(entry.getResource().fhirType(), request.getIfNoneExist());
        }
        boolean conditional = request.hasUrl() && request.getUrl().contains("?");
        return conditional && request.getMethod() != HTTPVerb.GET && request.getMethod() != HTTPVerb.HEAD
                ? request.getUrl()
                : null;
    }

    /** A condition, which may name its type and may leave it out. */
    static String of(String type, String condition) {
        return type + "?" + condition.replaceFirst("^[^?=]*\\?", "");
    }
}
