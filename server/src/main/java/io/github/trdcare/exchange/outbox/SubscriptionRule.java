package io.github.trdcare.exchange.outbox;

import io.github.trdcare.chart.Refusal;
import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.exchange.outbound.Outbound;
import io.github.trdcare.exchange.outbound.OutboundRefusedException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses a Subscription that could never be served, and topics of clients: it is better told at once than never. */
@Component
public class SubscriptionRule implements WriteRule {
    private static final Set<String> PAYLOADS =
            Set.of("application/fhir+json", "application/fhir+xml", "application/json", "application/xml");
    private static final Set<SubscriptionStatus> ASKED = Set.of(SubscriptionStatus.REQUESTED, SubscriptionStatus.OFF);
    private static final String TOPIC_TYPE = "SubscriptionTopic";

    /** Where a topic is meant, and not a search. */
    private static final Pattern CANONICAL = Pattern.compile("https?://.*");

    private final Topics topics;
    private final Criteria criteria;
    private final HeaderValues headers;
    private final Outbound outbound;

    SubscriptionRule(Topics topics, Criteria criteria, HeaderValues headers, Outbound outbound) {
        this.topics = topics;
        this.criteria = criteria;
        this.headers = headers;
        this.outbound = outbound;
    }

    @Override
    public boolean concerns(Resource resource) {
        return resource instanceof Subscription
                || resource instanceof Basic basic
                        && basic.getCode().getCoding().stream().anyMatch(code -> TOPIC_TYPE.equals(code.getCode()));
    }

    @Override
    public void apply(Written written) {
        if (written.after() instanceof Subscription subscription) {
            written.refuse(Stream.of(
                            status((Subscription) written.before(), subscription),
                            ended(subscription, written.now()),
                            channel(subscription),
                            wishes(subscription))
                    .flatMap(List::stream)
                    .toList());
        } else {
            written.refuse(List.of(Refusal.content(
                    "subscription-topic",
                    "Basic.code",
                    "Topics are part of this server and are not made by clients",
                    "a Subscription to one of " + topics.urls())));
        }
    }

    private static List<Refusal> status(@Nullable Subscription before, Subscription after) {
        boolean kept = before != null && before.getStatus() == after.getStatus();
        return kept || ASKED.contains(after.getStatus())
                ? List.of()
                : refuse("status", "A client asks for a subscription; the server makes it active", "requested or off");
    }

    private static List<Refusal> ended(Subscription subscription, Instant now) {
        return subscription.hasEnd() && subscription.getEnd().toInstant().isBefore(now)
                ? refuse("end", "The subscription would be over", "an instant to come, or none")
                : List.of();
    }

    private List<Refusal> channel(Subscription subscription) {
        SubscriptionChannelComponent channel = subscription.getChannel();
        if (channel.getType() != SubscriptionChannelType.RESTHOOK) {
            return refuse("channel.type", "This server tells subscribers over HTTP", "rest-hook");
        }
        List<Refusal> refusals = new ArrayList<>();
        endpoint(channel.getEndpoint())
                .ifPresent(reason -> refusals.addAll(refuse(
                        "channel.endpoint", "This server sends nothing there: " + reason, "an allowed address")));
        if (channel.hasPayload() && !PAYLOADS.contains(channel.getPayload())) {
            refusals.addAll(refuse("channel.payload", "This server does not write that", "application/fhir+json"));
        }
        Channel.text(channel.getPayloadElement(), Channel.PAYLOAD_CONTENT)
                .filter(content -> !Channel.CONTENTS.contains(content))
                .ifPresent(content -> refusals.addAll(refuse(
                        "channel.payload.extension", "There is no such content", "empty, id-only or full-resource")));
        for (StringType header : channel.getHeader()) {
            if (!HeaderValues.HEADER.matcher(String.valueOf(header.getValue())).matches()) {
                refusals.addAll(refuse("channel.header", "This is no HTTP header", "Name: value, in one line"));
            } else if (headers.isForeign(header, subscription)) {
                refusals.addAll(refuse(
                        "channel.header", "The hidden value was given for another endpoint", "the value itself"));
            }
        }
        refusals.addAll(number(channel, Channel.HEARTBEAT, 10, 86_400));
        refusals.addAll(number(channel, Channel.TIMEOUT, 1, 20));
        refusals.addAll(number(channel, Channel.MAX_COUNT, 1, 100));
        return refusals;
    }

    private Optional<String> endpoint(String endpoint) {
        try {
            outbound.check(URI.create(String.valueOf(endpoint)));
            return Optional.empty();
        } catch (OutboundRefusedException refused) {
            return Optional.ofNullable(refused.getMessage());
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("it is no address");
        }
    }

    private static List<Refusal> number(Element channel, String extension, int least, int most) {
        return Channel.text(channel, extension)
                .filter(text ->
                        !text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most)
                .map(text -> refuse(
                        "channel.extension",
                        "The value of " + extension + " is out of range",
                        "a number from " + least + " to " + most))
                .orElse(List.of());
    }

    private List<Refusal> wishes(Subscription subscription) {
        String wish = String.valueOf(subscription.getCriteria());
        Optional<Topic> topic = topics.find(wish);
        if (topic.isEmpty() && CANONICAL.matcher(wish).matches()) {
            return refuse("criteria", "This server has no such topic", "one of " + topics.urls());
        }
        return topic.map(each -> filters(each, Directory.filters(subscription)))
                .orElseGet(() -> search(wish, "criteria"));
    }

    private List<Refusal> filters(Topic topic, List<String> filters) {
        return filters.stream()
                .flatMap(filter -> filter(topic, filter).stream())
                .toList();
    }

    private List<Refusal> filter(Topic topic, String filter) {
        String type = filter.replaceFirst("\\?.*", "");
        boolean known =
                topic.triggers().stream().anyMatch(trigger -> trigger.resource().equals(type))
                        && Stream.of(filter.substring(Math.min(filter.length(), type.length() + 1))
                                        .split("&"))
                                .allMatch(part -> topic.filters().contains(part.replaceFirst("[=:].*", "")));
        return known
                ? search(filter, "criteria.extension")
                : refuse(
                        "criteria.extension",
                        "The topic cannot be narrowed so",
                        topic.triggers().get(0).resource() + "? with " + topic.filters());
    }

    private List<Refusal> search(String search, String place) {
        if (!search.matches("[A-Z][A-Za-z]+(\\?.*)?")) {
            return refuse(place, "This is neither a search nor a topic", "such as Observation?code=44261-6");
        }
        return criteria.unusable(search)
                .map(reason -> refuse(place, "The search cannot be used: " + reason, "a search on the resource itself"))
                .orElse(List.of());
    }

    private static List<Refusal> refuse(String place, String text, String right) {
        return List.of(Refusal.content("subscription", "Subscription." + place, text, right));
    }
}
