package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.storage.MatchUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/**
 * Refuses a bundle whose entries do not say what to do, and a transaction in which two entries are conditional on the same
 * match: FHIR calls that an error, and HAPI would keep one of the two and drop the other without a word.
 */
@Interceptor
class BundleEntriesInterceptor {

    /** Before any entry is done; entries are compared by type and match, never by content. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request) {
        if (!(request.getResource() instanceof Bundle bundle) || request.getResourceName() != null) {
            return;
        }
        if (bundle.getType() == BundleType.TRANSACTION || bundle.getType() == BundleType.BATCH) {
            refuseSilent(bundle.getEntry());
        }
        if (bundle.getType() == BundleType.TRANSACTION) {
            refuseDuplicates(bundle.getEntry());
            BundleEntry.remember(request, bundle);
        }
    }

    private static void refuseSilent(List<BundleEntryComponent> entries) {
        for (int i = 0; i < entries.size(); i++) {
            BundleEntryRequestComponent request = entries.get(i).getRequest();
            if (request.getMethod() == null) {
                throw RefusalTranslator.badEntry(i, "request.method", "GET, POST, PUT, PATCH or DELETE.");
            }
            if (!request.hasUrl()) {
                throw RefusalTranslator.badEntry(
                        i, "request.url", "the type for a POST, the type and id for the others, as in Patient/1.");
            }
        }
    }

    private static void refuseDuplicates(List<BundleEntryComponent> entries) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String match = BundleMatch.of(entries.get(i));
            for (String key :
                    match == null ? Set.<String>of() : MatchUrl.of(match).keys()) {
                Integer first = seen.putIfAbsent(key, i);
                if (first != null) {
                    throw RefusalTranslator.duplicateEntries(first, i);
                }
            }
        }
    }
}
