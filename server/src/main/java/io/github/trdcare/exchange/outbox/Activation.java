package io.github.trdcare.exchange.outbox;

import io.github.trdcare.exchange.outbox.Subscribers.Claim;
import io.github.trdcare.storage.ResourceStore;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;

/** Makes a requested subscription an active one, in its resource and in the table of subscribers at once. */
@Component
class Activation {
    private final ResourceStore store;
    private final Subscribers subscribers;

    Activation(ResourceStore store, Subscribers subscribers) {
        this.store = store;
        this.subscribers = subscribers;
    }

    void activate(Claim claim) {
        store.together(() -> {
            store.read(Subscription.class, claim.id().substring(claim.id().indexOf('/') + 1))
                    .filter(subscription -> subscription.getStatus() == SubscriptionStatus.REQUESTED)
                    .ifPresent(subscription -> store.react(activated(subscription)));
            subscribers.activate(claim);
        });
    }

    private static Bundle activated(Subscription subscription) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(subscription.setStatus(SubscriptionStatus.ACTIVE).setError(null))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("Subscription/" + subscription.getIdElement().getIdPart())
                .setIfMatch("W/\"" + subscription.getIdElement().getVersionIdPart() + "\"");
        return bundle;
    }
}
