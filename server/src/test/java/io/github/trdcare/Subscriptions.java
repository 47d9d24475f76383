package io.github.trdcare;

import io.github.trdcare.chart.Ours;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** Subscriptions as clients write them. */
final class Subscriptions {
    static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private Subscriptions() {}

    static Subscription topic(String topic, String endpoint) {
        return to(Ours.BASE + "/SubscriptionTopic/" + topic, endpoint);
    }

    static Subscription to(String criteria, String endpoint) {
        Subscription subscription =
                new Subscription().setStatus(SubscriptionStatus.REQUESTED).setReason("test");
        subscription.setCriteria(criteria);
        subscription
                .getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint(endpoint)
                .setPayload("application/fhir+json");
        return subscription;
    }

    static Subscription withContent(Subscription subscription, String content) {
        subscription
                .getChannel()
                .getPayloadElement()
                .addExtension(BACKPORT + "backport-payload-content", new CodeType(content));
        return subscription;
    }

    static Subscription filtered(Subscription subscription, String filter) {
        subscription.getCriteriaElement().addExtension(BACKPORT + "backport-filter-criteria", new StringType(filter));
        return subscription;
    }

    static Subscription atOnce(Subscription subscription, int count) {
        subscription.getChannel().addExtension(BACKPORT + "backport-max-count", new PositiveIntType(count));
        return subscription;
    }
}
