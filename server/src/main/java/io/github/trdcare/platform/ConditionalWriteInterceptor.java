package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.google.common.util.concurrent.Striped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import org.hl7.fhir.r4.model.Bundle;

/**
 * Lets writes that are conditional on the same match follow one another on this node. HAPI keeps parallel creates apart by
 * a row for their match, but drops the row when the resource is updated: a third writer that had searched before the first
 * committed would then create it again.
 */
@Interceptor
class ConditionalWriteInterceptor {
    private static final String HELD = ConditionalWriteInterceptor.class.getName();

    private final Striped<Lock> locks = Striped.lock(1024);

    /** Takes the locks of all matches of the request, in one order for everybody, so that nobody waits in a circle. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void enter(RequestDetails request) {
        List<Lock> held = new ArrayList<>();
        request.getUserData().put(HELD, held);
        for (Lock lock : locks.bulkGet(matches(request))) {
            lock.lock();
            held.add(lock);
        }
    }

    /** Gives them back, whatever became of the request. */
    @Hook(Pointcut.SERVER_PROCESSING_COMPLETED)
    public void leave(RequestDetails request) {
        if (request.getUserData().remove(HELD) instanceof List<?> held) {
            held.forEach(lock -> ((Lock) lock).unlock());
        }
    }

    private static Set<String> matches(RequestDetails request) {
        Set<String> matches = new TreeSet<>();
        if (request.getResource() instanceof Bundle bundle && request.getResourceName() == null) {
            bundle.getEntry().forEach(entry -> add(matches, BundleMatch.of(entry)));
        } else if (request.getHeader(Constants.HEADER_IF_NONE_EXIST) != null) {
            add(matches, request.getResourceName() + "?" + request.getHeader(Constants.HEADER_IF_NONE_EXIST));
        } else if (isConditionalUpdate(request)) {
            add(matches, request.getCompleteUrl().replaceFirst(".*/", ""));
        }
        return matches;
    }

    private static boolean isConditionalUpdate(RequestDetails request) {
        boolean writes =
                request.getRequestType() == RequestTypeEnum.PUT || request.getRequestType() == RequestTypeEnum.PATCH;
        return writes && request.getId() == null && request.getCompleteUrl().contains("?");
    }

    private static void add(Set<String> matches, String match) {
        if (match != null) {
            matches.add(match.replace("%7C", "|").replace("%7c", "|"));
        }
    }
}
