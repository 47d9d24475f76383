package io.github.trdcare.platform;

import ca.uhn.fhir.rest.api.Constants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Works on as many requests at once as the machine can carry; a further one waits for a moment and is then sent away with
 * 503 and a time to come back, so that overload makes answers fewer and not slower without end.
 */
@Component
class CapacityFilter extends OncePerRequestFilter {
    // A burst finds room; a longer queue would only be served after its clients have given up.
    private static final int WAITING_PER_PLACE = 3;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final TrdProperties.Limits limits;
    private final OutcomeWriter outcomes;
    private final Semaphore places;

    CapacityFilter(TrdProperties properties, OutcomeWriter outcomes) {
        this.limits = properties.limits();
        this.outcomes = outcomes;
        this.places = new Semaphore(limits.concurrentRequests(), true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!takesPlace()) {
            response.setHeader(Constants.HEADER_RETRY_AFTER, RETRY_AFTER_SECONDS);
            outcomes.write(request, response, RefusalTranslator.overloaded(limits.concurrentRequests()));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean takesPlace() {
        if (places.getQueueLength() >= WAITING_PER_PLACE * limits.concurrentRequests()) {
            return false;
        }
        try {
            return places.tryAcquire(limits.queue().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
