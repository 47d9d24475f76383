package io.github.trdcare.exchange.outbox;

import io.github.trdcare.exchange.workers.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of this node that distribute and deliver; any number of nodes may have them. */
@Component
class OutboxWorkers implements SmartLifecycle {
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Distribution distribution;
    private final Courier courier;
    private final Deliveries deliveries;
    private final Subscribers subscribers;
    private final Directory directory;
    private final OutboxSettings settings;
    private final Clock clock;
    private @Nullable Workers workers;
    private Instant cleaned = Instant.EPOCH;

    OutboxWorkers(
            Distribution distribution,
            Courier courier,
            Deliveries deliveries,
            Subscribers subscribers,
            Directory directory,
            OutboxSettings settings,
            Clock clock) {
        this.distribution = distribution;
        this.courier = courier;
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        // Every node queues for them, also one that does not deliver.
        directory.configured().forEach(id -> subscribers.introduce(id, clock.instant()));
        if (!settings.enabled() || workers != null) {
            return;
        }
        Workers started = new Workers(settings.poll());
        started.start("outbox-distribution", () -> {
            clean();
            return distribution.run();
        });
        for (int i = 1; i <= settings.couriers(); i++) {
            String name = UUID.randomUUID().toString();
            started.start("outbox-courier-" + i, () -> courier.run(name, () -> !started.isRunning()));
        }
        workers = started;
    }

    private void clean() {
        Instant now = clock.instant();
        if (cleaned.plus(BETWEEN_CLEANINGS).isBefore(now)) {
            cleaned = now;
            deliveries.forget(now.minus(settings.keep()));
        }
    }

    /** Lets those who are speaking end their sentence. */
    @Override
    public synchronized void stop() {
        if (workers != null) {
            workers.stop(settings.lease());
            workers = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return workers != null;
    }
}
