package io.github.trdcare.exchange.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of this node that distribute and deliver; any number of nodes may have them. */
@Component
class OutboxWorkers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxWorkers.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Distribution distribution;
    private final Courier courier;
    private final Deliveries deliveries;
    private final Subscribers subscribers;
    private final Directory directory;
    private final OutboxSettings settings;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
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
        if (!settings.enabled() || running) {
            return;
        }
        running = true;
        work("outbox-distribution", () -> {
            clean();
            return distribution.run();
        });
        for (int i = 1; i <= settings.couriers(); i++) {
            String name = UUID.randomUUID().toString();
            work("outbox-courier-" + i, () -> courier.run(name, () -> !running));
        }
    }

    private void work(String name, BooleanSupplier step) {
        Thread thread = new Thread(() -> repeat(step), name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    /** Whatever happens to one step, the next one follows. */
    private void repeat(BooleanSupplier step) {
        while (running) {
            try {
                if (!step.getAsBoolean()) {
                    Thread.sleep(settings.poll().toMillis());
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.error("The outbox goes on after a failure", failure);
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(AFTER_A_FAILURE.toMillis());
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
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
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join(settings.lease().toMillis());
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
