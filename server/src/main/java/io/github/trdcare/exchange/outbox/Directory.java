package io.github.trdcare.exchange.outbox;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.exchange.outbound.Outbound;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Finds who stands behind the id of a subscriber. */
@Component
@EnableConfigurationProperties(OutboxSettings.class)
class Directory {
    private final ResourceStore store;
    private final Topics topics;
    private final Criteria criteria;
    private final HeaderValues headers;
    private final Outbound outbound;
    private final FhirContext context;
    private final OutboxSettings settings;
    private final Signing signing;
    private final Map<String, Subscriber> configured = new TreeMap<>();

    Directory(
            ResourceStore store,
            Topics topics,
            Criteria criteria,
            HeaderValues headers,
            Outbound outbound,
            FhirContext context,
            OutboxSettings settings,
            Clock clock,
            List<Destinations> destinations) {
        this.store = store;
        this.topics = topics;
        this.criteria = criteria;
        this.headers = headers;
        this.outbound = outbound;
        this.context = context;
        this.settings = settings;
        this.signing = new Signing(new Signature(settings.secrets()), clock);
        destinations.forEach(each -> configured.putAll(each.subscribers()));
    }

    /** Those of the given ids who are there and whose time is not over, in a fixed number of statements. */
    Map<String, Subscriber> find(List<String> ids) {
        Map<String, Subscriber> found = new LinkedHashMap<>();
        ids.stream().filter(configured::containsKey).forEach(id -> found.put(id, configured.get(id)));
        Set<String> stored = ids.stream()
                .filter(id -> id.startsWith("Subscription/"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!stored.isEmpty()) {
            headers.revealed(store.all(stored).stream()
                            .map(Subscription.class::cast)
                            .filter(this::lasts)
                            .toList())
                    .forEach(subscription -> found.put(reference(subscription), subscriber(subscription)));
        }
        return found;
    }

    /** The ids of those whom the settings name. */
    Set<String> configured() {
        return configured.keySet();
    }

    Optional<Subscriber> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    private boolean lasts(Subscription subscription) {
        return !subscription.hasEnd()
                || subscription.getEnd().toInstant().isAfter(signing.clock().instant());
    }

    /** What a subscription's notifications look like. */
    Notification notification(Subscription subscription) {
        return new Notification(
                settings.baseUrl(),
                reference(subscription),
                topics.find(subscription.getCriteria()).map(Topic::url));
    }

    private Subscriber subscriber(Subscription subscription) {
        Channel channel = Channel.of(subscription);
        Optional<Topic> topic = topics.find(subscription.getCriteria());
        return topic.<Subscriber>map(each -> new TopicHook(
                        each,
                        filters(subscription),
                        notification(subscription),
                        channel,
                        criteria,
                        store,
                        outbound,
                        context,
                        signing))
                .orElseGet(() ->
                        new RestHook(subscription.getCriteria(), channel, criteria, store, outbound, context, signing));
    }

    static List<String> filters(Subscription subscription) {
        return subscription.getCriteriaElement().getExtensionsByUrl(Channel.FILTER).stream()
                .map(extension -> ((IPrimitiveType<?>) extension.getValue()).getValueAsString())
                .toList();
    }

    private static String reference(Subscription subscription) {
        return "Subscription/" + subscription.getIdElement().getIdPart();
    }
}
