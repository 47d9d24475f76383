package io.github.trdcare.exchange.outbox;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.stereotype.Component;

/** Takes the values of headers out of a Subscription before it is stored, so that no answer ever holds them. */
@Interceptor
@Component
public class HeaderValuesInterceptor {
    private final HeaderValues values;

    HeaderValuesInterceptor(HeaderValues values) {
        this.values = values;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (resource instanceof Subscription subscription) {
            values.hide(null, subscription);
        }
    }

    /** A changed resource. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        if (after instanceof Subscription subscription) {
            values.hide((Subscription) before, subscription);
        }
    }

    /** A deleted resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource before) {
        if (before instanceof Subscription subscription) {
            values.forget(subscription);
        }
    }
}
