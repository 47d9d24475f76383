package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/**
 * Refuses a transaction in which two entries are conditional on the same match: FHIR calls that an error, and HAPI would
 * keep one of the two and drop the other without a word.
 */
@Interceptor
class DuplicateEntriesInterceptor {

    /** Compares entries by type and match, never by content. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void refuseDuplicates(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle && bundle.getType() == BundleType.TRANSACTION) {
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < bundle.getEntry().size(); i++) {
                String match = BundleMatch.of(bundle.getEntry().get(i));
                Integer first = match == null ? null : seen.putIfAbsent(match, i);
                if (first != null) {
                    throw RefusalTranslator.duplicateEntries(first, i);
                }
            }
        }
    }
}
