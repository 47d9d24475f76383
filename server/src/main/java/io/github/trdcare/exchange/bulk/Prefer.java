package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.door.RefusedException;

/** Whether a client says that it will wait for a job. */
final class Prefer {

    private Prefer() {}

    static void async(RequestDetails request) {
        boolean asked =
                request.getHeaders("Prefer").stream().anyMatch(header -> header.matches("(?i).*\\brespond-async\\b.*"));
        if (!asked) {
            throw RefusedException.unaskable(
                    "http.prefer",
                    "This takes its time: ask with the header Prefer: respond-async, and the answer 202 names in"
                            + " Content-Location where to look for the result");
        }
    }
}
