package io.github.trdcare.exchange.outbox;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes every change into the log, in the transaction that makes it; the content that we ship is no news. */
@Interceptor
@Component
public class ChangeInterceptor {
    private final ChangeLog log;
    private final Subscribers subscribers;
    private final Clock clock;

    ChangeInterceptor(ChangeLog log, Subscribers subscribers, Clock clock) {
        this.log = log;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        changed(resource, Interaction.CREATE, request);
    }

    /** A changed resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        changed(after, Interaction.UPDATE, request);
    }

    /** A deleted resource, as it was before. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource before, RequestDetails request) {
        changed(before, Interaction.DELETE, request);
    }

    private void changed(IBaseResource resource, Interaction interaction, @Nullable RequestDetails request) {
        if (request != null && request.getUserData().containsKey(ResourceStore.VALIDATED)) {
            return;
        }
        IdType id = (IdType) resource.getIdElement();
        String reference = resource.fhirType() + "/" + id.getIdPart();
        boolean deletes = interaction == Interaction.DELETE;
        long version = id.getVersionIdPartAsLong() + (deletes ? 1 : 0);
        log.add(reference, version, interaction, clock.instant());
        if (resource instanceof Subscription subscription) {
            if (deletes) {
                subscribers.remove(reference);
            } else {
                subscribers.keep(reference, subscription, clock.instant());
            }
        }
    }
}
