package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Refuses pages and bundles that are larger than the settings allow, before any of their work is done. */
@Interceptor
class RequestLimitsInterceptor {
    private final TrdProperties.Limits limits;

    RequestLimitsInterceptor(TrdProperties.Limits limits) {
        this.limits = limits;
    }

    /** A page: {@code _count} is a number up to the limit. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void refuseLargePage(RequestDetails request) {
        for (String count : request.getParameters().getOrDefault(Constants.PARAM_COUNT, new String[0])) {
            if (!count.matches("\\d{1,9}")) {
                throw RefusalTranslator.badRequest(
                        IssueType.VALUE, "_count must be a whole number from 0 to " + limits.pageSize() + ".");
            }
            if (Integer.parseInt(count) > limits.pageSize()) {
                throw RefusalTranslator.badRequest(
                        IssueType.TOOCOSTLY,
                        "_count is " + count + ", the limit is " + limits.pageSize()
                                + " (trd.limits.page-size). Ask for smaller pages and follow the next links.");
            }
        }
    }

    /** A bundle: as many entries as the limit, whatever its type. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void refuseLargeBundle(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle && bundle.getEntry().size() > limits.bundleEntries()) {
            throw RefusalTranslator.tooLarge(
                    "The bundle has " + bundle.getEntry().size() + " entries, the limit is " + limits.bundleEntries()
                            + " (trd.limits.bundle-entries). Send it in parts.");
        }
    }
}
