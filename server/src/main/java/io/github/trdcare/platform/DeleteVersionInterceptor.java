package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/** Honours {@code If-Match} on a delete, alone and inside a bundle, where HAPI passes it over. */
@Interceptor
class DeleteVersionInterceptor {
    private static final String EXPECTED = DeleteVersionInterceptor.class.getName();

    /** Notes which version of what may be deleted. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void note(RequestDetails request) {
        Map<String, String> expected = new HashMap<>();
        if (request.getRestOperationType() == RestOperationTypeEnum.DELETE && request.getId() != null) {
            note(expected, request.getId().toUnqualifiedVersionless().getValue(), request.getHeader("If-Match"));
        } else if (request.getResource() instanceof Bundle bundle) {
            for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
                BundleEntryRequestComponent change = entry.getRequest();
                if (change.getMethod() == HTTPVerb.DELETE) {
                    note(expected, change.getUrl(), change.getIfMatch());
                }
            }
        }
        request.getUserData().put(EXPECTED, expected);
    }

    private static void note(Map<String, String> expected, String reference, String ifMatch) {
        if (ifMatch != null) {
            expected.put(reference, ifMatch.replaceFirst("^W/", "").replace("\"", ""));
        }
    }

    /** Compares inside the deleting transaction, so that nobody can come between. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void compare(IBaseResource resource, RequestDetails request) {
        if (request != null && request.getUserData().get(EXPECTED) instanceof Map<?, ?> expected) {
            String reference =
                    resource.getIdElement().toUnqualifiedVersionless().getValue();
            String current = resource.getIdElement().getVersionIdPart();
            Object wanted = expected.get(reference);
            if (wanted != null && !wanted.equals(current)) {
                throw RefusalTranslator.staleVersion(reference, String.valueOf(wanted), current);
            }
        }
    }
}
