package io.github.trdcare.platform;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;

/** Which version of a resource a request says that it has seen. */
final class IfMatch {

    private IfMatch() {}

    /** In the header, or in the entry of a bundle that changes the resource. */
    static Optional<String> of(RequestDetails request, String reference) {
        Optional<String> stated = request.getResource() instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .filter(entry -> reference.equals(entry.getRequest().getUrl()))
                        .findFirst()
                        .flatMap(IfMatch::of)
                : Optional.ofNullable(request.getHeader(Constants.HEADER_IF_MATCH));
        return stated.map(IfMatch::version);
    }

    static Optional<String> of(BundleEntryComponent entry) {
        return Optional.ofNullable(entry.getRequest().getIfMatch());
    }

    /** Whether any of it is to happen only on the version that the client has seen. */
    static boolean isIn(RequestDetails request) {
        return request.getResource() instanceof Bundle bundle
                ? bundle.getEntry().stream().anyMatch(entry -> of(entry).isPresent())
                : request.getHeader(Constants.HEADER_IF_MATCH) != null;
    }

    private static String version(String stated) {
        return stated.replaceFirst("^W/", "").replace("\"", "");
    }
}
