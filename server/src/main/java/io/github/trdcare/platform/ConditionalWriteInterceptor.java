package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.storage.MatchLocks;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/** Tells the storage which matches a request's writes depend on, so that no two of them search and create at once. */
@Interceptor
class ConditionalWriteInterceptor {
    private static final Set<RequestTypeEnum> WRITES =
            Set.of(RequestTypeEnum.PUT, RequestTypeEnum.PATCH, RequestTypeEnum.DELETE);

    private final MatchLocks locks;

    ConditionalWriteInterceptor(MatchLocks locks) {
        this.locks = locks;
    }

    /** Before any transaction of the request begins. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void enter(RequestDetails request) {
        locks.expect(matches(request));
    }

    /** Whatever became of the request. */
    @Hook(Pointcut.SERVER_PROCESSING_COMPLETED)
    public void leave(RequestDetails request) {
        locks.forget();
    }

    private static Set<String> matches(RequestDetails request) {
        Set<String> matches = new TreeSet<>();
        if (request.getResource() instanceof Bundle bundle && request.getResourceName() == null) {
            bundle.getEntry().forEach(entry -> add(matches, BundleMatch.of(entry)));
        } else if (request.getHeader(Constants.HEADER_IF_NONE_EXIST) != null && request.getResourceName() != null) {
            add(matches, BundleMatch.of(request.getResourceName(), request.getHeader(Constants.HEADER_IF_NONE_EXIST)));
        } else if (isConditional(request)) {
            add(matches, request.getCompleteUrl());
        }
        return matches;
    }

    private static boolean isConditional(RequestDetails request) {
        return WRITES.contains(request.getRequestType())
                && request.getId() == null
                && request.getResourceName() != null
                && request.getCompleteUrl().contains("?");
    }

    private static void add(Set<String> matches, @Nullable String match) {
        if (match != null) {
            matches.add(match);
        }
    }
}
