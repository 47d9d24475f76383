package io.github.trdcare.exchange.outbox;

import io.github.trdcare.exchange.outbound.Outbound;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Subscription;

/**
 * Where and how a Subscription wants to be told: its channel, read.
 *
 * @param content how much of a resource a notification holds: empty, id-only, full-resource
 */
record Channel(
        URI endpoint,
        Map<String, String> headers,
        Optional<String> payload,
        String content,
        int atOnce,
        Optional<Duration> timeout) {
    static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    static final String PAYLOAD_CONTENT = BACKPORT + "backport-payload-content";
    static final String HEARTBEAT = BACKPORT + "backport-heartbeat-period";
    static final String TIMEOUT = BACKPORT + "backport-timeout";
    static final String MAX_COUNT = BACKPORT + "backport-max-count";
    static final String FILTER = BACKPORT + "backport-filter-criteria";

    /** How much of a resource a notification may hold. */
    static final Set<String> CONTENTS = new TreeSet<>(Set.of("empty", "id-only", "full-resource"));

    /** Psychiatric data leaves the house only when a subscriber asks for it. */
    private static final String DEFAULT_CONTENT = "id-only";

    static Channel of(Subscription subscription) {
        Subscription.SubscriptionChannelComponent channel = subscription.getChannel();
        Map<String, String> headers = new LinkedHashMap<>();
        channel.getHeader().forEach(header -> {
            String[] parts = header.getValue().split(":", 2);
            headers.put(parts[0].strip(), parts[1].strip());
        });
        return new Channel(
                URI.create(channel.getEndpoint()),
                headers,
                Optional.ofNullable(channel.getPayload()),
                text(channel.getPayloadElement(), PAYLOAD_CONTENT).orElse(DEFAULT_CONTENT),
                text(channel, MAX_COUNT).map(Integer::valueOf).orElse(1),
                text(channel, TIMEOUT).map(Integer::valueOf).map(Duration::ofSeconds));
    }

    static Optional<Duration> heartbeat(Subscription subscription) {
        return text(subscription.getChannel(), HEARTBEAT)
                .map(Integer::valueOf)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
    }

    static Optional<String> text(Element element, String extension) {
        return element.getExtension().stream()
                .filter(each -> extension.equals(each.getUrl()) && each.getValue() instanceof IPrimitiveType<?>)
                .map(each -> each.getValue().primitiveValue())
                .findFirst();
    }

    boolean isXml() {
        return payload.filter(type -> type.contains("xml")).isPresent();
    }

    /** Sends, and takes nothing but success for an answer. */
    void send(Outbound outbound, String method, URI address, byte[] body, Map<String, String> further)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(further);
        Outbound.Answer answer = outbound.send(new Outbound.Request(method, address, all, body, timeout));
        if (!answer.isSuccess()) {
            throw new NotDeliveredException("the endpoint answered HTTP " + answer.status());
        }
    }
}
