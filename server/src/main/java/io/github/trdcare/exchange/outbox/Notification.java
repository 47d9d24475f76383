package io.github.trdcare.exchange.outbox;

import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.exchange.outbox.Subscriber.Progress;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/**
 * A notification in the form of the R4 backport of topic-based subscriptions: a history Bundle that begins with the
 * status of the subscription.
 *
 * @param base FHIR address of this server
 * @param subscription its reference
 * @param topic canonical; none for one with criteria of its own
 */
record Notification(URI base, String subscription, Optional<String> topic) {
    private static final String STATUS =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/" + "backport-subscription-status-r4";
    private static final String PROFILE = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/"
            + "backport-subscription-notification-r4";

    /** A notification without events. */
    Bundle of(String type, Progress progress, Date now) {
        return bundle(status(type, progress), now);
    }

    /**
     * A notification of events.
     *
     * @param content empty, id-only or full-resource
     * @param resources what a change left behind, asked for only when the content is full
     */
    Bundle of(
            String type,
            Progress progress,
            List<Delivery> deliveries,
            String content,
            Function<Change, Optional<Resource>> resources,
            Date now) {
        Parameters status = status(type, progress);
        Bundle bundle = bundle(status, now);
        for (Delivery delivery : deliveries) {
            event(status, delivery, !content.equals("empty"));
            if (!content.equals("empty")) {
                BundleEntryComponent entry = entry(bundle, delivery.change());
                if (content.equals("full-resource")) {
                    resources.apply(delivery.change()).ifPresent(entry::setResource);
                }
            }
        }
        return bundle;
    }

    /** The status alone, as an operation answers it. */
    Parameters status(String type, Progress progress) {
        Parameters status = new Parameters();
        status.setId(UUID.randomUUID().toString());
        status.getMeta().addProfile(STATUS);
        status.addParameter("subscription", new Reference(address(subscription)));
        topic.ifPresent(url -> status.addParameter("topic", new CanonicalType(url)));
        status.addParameter("status", new CodeType(progress.state()));
        status.addParameter("type", new CodeType(type));
        status.addParameter("events-since-subscription-start", new StringType("" + progress.lastNumber()));
        return status;
    }

    private Bundle bundle(Parameters status, Date now) {
        Bundle bundle = new Bundle().setType(BundleType.HISTORY).setTimestamp(now);
        bundle.getMeta().addProfile(PROFILE);
        BundleEntryComponent first = bundle.addEntry()
                .setFullUrl("urn:uuid:" + status.getIdElement().getIdPart())
                .setResource(status);
        first.getRequest().setMethod(HTTPVerb.GET).setUrl(address(subscription) + "/$status");
        first.getResponse().setStatus("200");
        return bundle;
    }

    private void event(Parameters status, Delivery delivery, boolean focused) {
        ParametersParameterComponent event = status.addParameter().setName("notification-event");
        event.addPart().setName("event-number").setValue(new StringType("" + delivery.number()));
        event.addPart()
                .setName("timestamp")
                .setValue(new InstantType(Date.from(delivery.change().at())));
        if (focused) {
            event.addPart()
                    .setName("focus")
                    .setValue(new Reference(address(delivery.change().reference())));
        }
    }

    private BundleEntryComponent entry(Bundle bundle, Change change) {
        BundleEntryComponent entry = bundle.addEntry().setFullUrl(address(change.reference()));
        boolean created = change.interaction() == Interaction.CREATE;
        entry.getRequest()
                .setMethod(
                        created
                                ? HTTPVerb.POST
                                : change.interaction() == Interaction.DELETE ? HTTPVerb.DELETE : HTTPVerb.PUT)
                .setUrl(created ? change.type() : change.reference());
        entry.getResponse().setStatus(created ? "201" : "200").setEtag("W/\"" + change.version() + "\"");
        return entry;
    }

    private String address(String reference) {
        return base + "/" + reference;
    }
}
