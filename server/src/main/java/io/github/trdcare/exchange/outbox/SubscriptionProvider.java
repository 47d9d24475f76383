package io.github.trdcare.exchange.outbox;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.exchange.outbox.Subscriber.Progress;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a subscriber can ask: where it stands, what it was told, and to be told again. */
@Component
class SubscriptionProvider implements OperationProvider {
    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/";
    private static final int MOST_EVENTS = 500;

    private final ResourceStore store;
    private final Subscribers subscribers;
    private final Deliveries deliveries;
    private final Directory directory;
    private final Clock clock;

    SubscriptionProvider(
            ResourceStore store, Subscribers subscribers, Deliveries deliveries, Directory directory, Clock clock) {
        this.store = store;
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.directory = directory;
        this.clock = clock;
    }

    /** Where one subscription stands. */
    @Operation(
            name = "$status",
            typeName = "Subscription",
            idempotent = true,
            canonicalUrl = BACKPORT + "backport-subscription-status")
    public Bundle status(@IdParam IIdType id) {
        return searchset(Stream.of(read(id)));
    }

    /** Where several subscriptions stand: those of the given ids, or all; of the given states, or of any. */
    @Operation(
            name = "$status",
            typeName = "Subscription",
            idempotent = true,
            canonicalUrl = BACKPORT + "backport-subscription-status")
    public Bundle statuses(
            @OperationParam(name = "id") @Nullable List<IdType> ids,
            @OperationParam(name = "status") @Nullable List<CodeType> states) {
        Stream<Subscription> asked = ids == null || ids.isEmpty()
                ? store.find(Subscription.class, "_lastUpdated=gt1970").stream()
                : ids.stream().map(this::read);
        return searchset(asked.filter(subscription -> states == null
                || states.isEmpty()
                || states.stream().anyMatch(state -> state.getValue()
                        .equals(progress(subscription).state()))));
    }

    /** What a subscriber was told, or will be: events by number, both ends included. */
    @Operation(
            name = "$events",
            typeName = "Subscription",
            idempotent = true,
            canonicalUrl = BACKPORT + "backport-subscription-events")
    public Bundle events(
            @IdParam IIdType id,
            @OperationParam(name = "eventsSinceNumber", max = 1) @Nullable StringType since,
            @OperationParam(name = "eventsUntilNumber", max = 1) @Nullable StringType until,
            @OperationParam(name = "content", max = 1) @Nullable CodeType content) {
        Subscription subscription = read(id);
        long first = number("eventsSinceNumber", since).orElse(1L);
        long last = number("eventsUntilNumber", until).orElse(Long.MAX_VALUE);
        return directory
                .notification(subscription)
                .of(
                        "query-event",
                        progress(subscription),
                        deliveries.between(reference(subscription), first, last, MOST_EVENTS),
                        content(subscription, content),
                        change -> store.version(change.type(), change.resourceId(), change.version()),
                        Date.from(clock.instant()));
    }

    /** Queues events again: those that were given up, or from a number on all that were told. */
    @Operation(name = "$replay", typeName = "Subscription", canonicalUrl = Ours.BASE + "/OperationDefinition/replay")
    public Parameters replay(@IdParam IIdType id, @OperationParam(name = "from", max = 1) @Nullable IntegerType from) {
        String reference = reference(read(id));
        if (from != null && from.getValue() < 1) {
            throw RefusedException.unreadable("from", "Events are numbered from 1 on");
        }
        int queued = deliveries.replay(
                reference,
                Optional.ofNullable(from).map(number -> number.getValue().longValue()),
                clock.instant());
        subscribers.hurry(reference, clock.instant());
        return new Parameters().addParameter("queued", new IntegerType(queued));
    }

    private Bundle searchset(Stream<Subscription> subscriptions) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
        subscriptions.forEach(subscription -> {
            Parameters status = directory.notification(subscription).status("query-status", progress(subscription));
            bundle.addEntry()
                    .setFullUrl("urn:uuid:" + status.getIdElement().getIdPart())
                    .setResource(status)
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        });
        return bundle.setTotal(bundle.getEntry().size());
    }

    private Subscription read(IIdType id) {
        return store.read(Subscription.class, id.getIdPart())
                .orElseThrow(() -> RefusedException.notFound("Subscription/" + id.getIdPart()));
    }

    private Progress progress(Subscription subscription) {
        return subscribers
                .progress(reference(subscription))
                .orElseGet(() -> new Progress(subscription.getStatus().toCode(), 0));
    }

    private static String content(Subscription subscription, @Nullable CodeType asked) {
        if (asked == null) {
            return Channel.of(subscription).content();
        }
        if (!Channel.CONTENTS.contains(asked.getValue())) {
            throw RefusedException.unreadable("content", "There is no such content; there are " + Channel.CONTENTS);
        }
        return asked.getValue();
    }

    private static Optional<Long> number(String parameter, @Nullable StringType text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!text.getValue().matches("\\d{1,18}")) {
            throw RefusedException.unreadable(parameter, "An event number is a whole number from 1 on");
        }
        return Optional.of(Long.valueOf(text.getValue()));
    }

    private static String reference(Subscription subscription) {
        return "Subscription/" + subscription.getIdElement().getIdPart();
    }
}
