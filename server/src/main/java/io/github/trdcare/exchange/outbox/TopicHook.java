package io.github.trdcare.exchange.outbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import io.github.trdcare.exchange.outbound.Outbound;
import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.exchange.outbox.Topic.Trigger;
import io.github.trdcare.storage.ResourceStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * A Subscription to a topic: notification Bundles of the R4 backport.
 *
 * @param filters searches with their type, each of which an event must meet
 */
record TopicHook(
        Topic topic,
        List<String> filters,
        Notification notification,
        Channel channel,
        Criteria searches,
        ResourceStore store,
        Outbound outbound,
        FhirContext context,
        Signing signing)
        implements Subscriber {

    @Override
    public boolean wants(Change change, Versions versions) {
        return topic.triggers().stream()
                        .filter(trigger -> trigger.concerns(change))
                        .anyMatch(trigger -> fires(trigger, change, versions))
                && subject(change, versions)
                        .filter(resource -> filters.stream()
                                .filter(filter -> filter.startsWith(change.type() + "?"))
                                .allMatch(filter -> searches.meets(filter, resource)))
                        .isPresent();
    }

    private boolean fires(Trigger trigger, Change change, Versions versions) {
        return subject(change, versions)
                        .filter(resource -> meets(trigger, resource))
                        .isPresent()
                && (!trigger.becomes()
                        || versions.before()
                                .filter(resource -> meets(trigger, resource))
                                .isEmpty())
                && (trigger.changed().isEmpty()
                        || trigger.changed().stream().anyMatch(element -> differs(element, versions)));
    }

    /** A deleted resource is judged by what it was. */
    private static Optional<Resource> subject(Change change, Versions versions) {
        return change.interaction() == Interaction.DELETE ? versions.before() : versions.after();
    }

    private boolean meets(Trigger trigger, Resource resource) {
        return trigger.criteria()
                .map(search -> searches.meets(trigger.resource() + "?" + search, resource))
                .orElse(true);
    }

    private static boolean differs(String element, Versions versions) {
        return versions.before()
                .map(before -> !Base.compareDeep(
                        values(before, element), values(versions.after().orElse(before), element), true))
                .orElse(true);
    }

    private static List<Base> values(Resource resource, String element) {
        return resource.getNamedProperty(element).getValues();
    }

    @Override
    public void greet(Progress progress) throws IOException {
        send(notification.of("handshake", progress, now()));
    }

    @Override
    public void tell(List<Delivery> deliveries, Progress progress) throws IOException {
        Progress then = new Progress(
                progress.state(), deliveries.get(deliveries.size() - 1).number());
        send(notification.of(
                "event-notification",
                then,
                deliveries,
                channel.content(),
                change -> store.version(change.type(), change.resourceId(), change.version()),
                now()));
    }

    @Override
    public void reassure(Progress progress) throws IOException {
        send(notification.of("heartbeat", progress, now()));
    }

    private void send(Bundle bundle) throws IOException {
        IParser parser = channel.isXml() ? context.newXmlParser() : context.newJsonParser();
        byte[] body = parser.encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = signing.headers(channel.endpoint(), body);
        headers.put("Content-Type", channel.isXml() ? "application/fhir+xml" : "application/fhir+json");
        channel.send(outbound, "POST", channel.endpoint(), body, headers);
    }

    private Date now() {
        return Date.from(signing.clock().instant());
    }

    @Override
    public int atOnce() {
        return channel.atOnce();
    }
}
