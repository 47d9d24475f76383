package io.github.trdcare.exchange.outbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import io.github.trdcare.exchange.outbound.Outbound;
import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.storage.ResourceStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * A Subscription of R4 with criteria of its own: an empty POST, or the resource as an update of the subscriber's copy.
 *
 * @param criteria search with its type
 */
record RestHook(
        String criteria,
        Channel channel,
        Criteria searches,
        ResourceStore store,
        Outbound outbound,
        FhirContext context,
        Signing signing)
        implements Subscriber {
    private static final String NUMBER = "X-TRD-Event-Number";

    @Override
    public boolean wants(Change change, Versions versions) {
        return change.interaction() != Interaction.DELETE
                && criteria.replaceFirst("\\?.*", "").equals(change.type())
                && versions.after()
                        .filter(resource -> searches.meets(criteria, resource))
                        .isPresent();
    }

    /** R4 knows no handshake. */
    @Override
    public void greet(Progress progress) {}

    @Override
    public void tell(List<Delivery> deliveries, Progress progress) throws IOException {
        for (Delivery delivery : deliveries) {
            Change change = delivery.change();
            Optional<Resource> resource = channel.payload()
                    .flatMap(type -> store.version(change.type(), change.resourceId(), change.version()));
            if (resource.isPresent()) {
                send(
                        "PUT",
                        URI.create(channel.endpoint() + "/" + change.reference()),
                        encoded(resource.get()),
                        delivery);
            } else {
                send("POST", channel.endpoint(), new byte[0], delivery);
            }
        }
    }

    private byte[] encoded(Resource resource) {
        IParser parser = channel.isXml() ? context.newXmlParser() : context.newJsonParser();
        return parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    private void send(String method, URI address, byte[] body, Delivery delivery) throws IOException {
        Map<String, String> further = signing.headers(channel.endpoint(), body);
        further.put(NUMBER, "" + delivery.number());
        channel.payload().filter(type -> body.length > 0).ifPresent(type -> further.put("Content-Type", type));
        channel.send(outbound, method, address, body, further);
    }

    @Override
    public void reassure(Progress progress) throws IOException {
        channel.send(
                outbound, "POST", channel.endpoint(), new byte[0], signing.headers(channel.endpoint(), new byte[0]));
    }

    @Override
    public int atOnce() {
        return 1;
    }
}
