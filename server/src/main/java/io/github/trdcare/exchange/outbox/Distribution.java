package io.github.trdcare.exchange.outbox;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns changes into events for those whom they concern, in the order in which the changes were committed. */
@Component
class Distribution {
    private static final Logger log = LoggerFactory.getLogger(Distribution.class);
    private static final int AT_ONCE = 200;

    private final ChangeLog changes;
    private final Subscribers subscribers;
    private final Deliveries deliveries;
    private final Directory directory;
    private final ResourceStore store;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Distribution(
            ChangeLog changes,
            Subscribers subscribers,
            Deliveries deliveries,
            Directory directory,
            ResourceStore store,
            Clock clock,
            PlatformTransactionManager manager) {
        this.changes = changes;
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * Distributes the oldest changes. Nodes may do so at once: whoever commits second finds the changes gone, and its work
     * is undone.
     *
     * @return whether there was anything to do
     */
    boolean run() {
        List<Change> oldest = changes.oldest(AT_ONCE);
        if (oldest.isEmpty()) {
            return false;
        }
        Map<String, List<Change>> wanted = wanted(oldest);
        transactions.executeWithoutResult(status -> {
            if (changes.remove(oldest)) {
                Instant now = clock.instant();
                wanted.forEach((subscriber, news) -> queue(subscriber, news, now));
            } else {
                status.setRollbackOnly();
            }
        });
        return true;
    }

    /** In a fixed order, so that two nodes never wait for each other's subscribers in a circle. */
    private Map<String, List<Change>> wanted(List<Change> oldest) {
        Map<String, List<Change>> wanted = new TreeMap<>();
        Map<String, Subscriber> listening = directory.find(subscribers.listening());
        for (Change change : listening.isEmpty() ? List.<Change>of() : oldest) {
            Versions versions = new Versions(store, change);
            listening.forEach((id, subscriber) -> {
                if (wants(id, subscriber, change, versions)) {
                    wanted.computeIfAbsent(id, none -> new ArrayList<>()).add(change);
                }
            });
        }
        return wanted;
    }

    /**
     * One subscriber whose wishes cannot be judged does not keep the others from being told, and is not told what it may
     * not have asked for. A database that fails is no such case: the changes stay, and are judged again.
     */
    private static boolean wants(String id, Subscriber subscriber, Change change, Versions versions) {
        try {
            return subscriber.wants(change, versions);
        } catch (BaseServerResponseException | DataFormatException | IllegalArgumentException failure) {
            log.error("Whether {} wants change {} cannot be judged; it is not told", id, change.id(), failure);
            return false;
        }
    }

    private void queue(String subscriber, List<Change> news, Instant now) {
        subscribers.count(subscriber, news.size()).ifPresent(last -> {
            long number = last - news.size();
            for (Change change : news) {
                deliveries.add(subscriber, ++number, change, now);
            }
        });
    }
}
