package io.github.trdcare.exchange.bulk;

import io.github.trdcare.exchange.workers.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of this node that work on jobs; any number of nodes may have them. */
@Component
@EnableConfigurationProperties(BulkSettings.class)
class BulkWorkers implements SmartLifecycle {
    private static final Duration AT_THE_END = Duration.ofSeconds(20);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofSeconds(15);

    private final Worker worker;
    private final Jobs jobs;
    private final Files files;
    private final BulkSettings settings;
    private final Clock clock;
    private @Nullable Workers workers;
    private Instant cleaned = Instant.EPOCH;

    BulkWorkers(Worker worker, Jobs jobs, Files files, BulkSettings settings, Clock clock) {
        this.worker = worker;
        this.jobs = jobs;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (!settings.enabled() || workers != null) {
            return;
        }
        workers = new Workers(settings.poll());
        for (int i = 1; i <= settings.workers(); i++) {
            String name = UUID.randomUUID().toString();
            workers.start("bulk-" + i, () -> {
                clean();
                return worker.run(name);
            });
        }
    }

    private void clean() {
        Instant now = clock.instant();
        synchronized (files) {
            if (cleaned.plus(BETWEEN_CLEANINGS).isAfter(now)) {
                return;
            }
            cleaned = now;
        }
        jobs.over(now.minus(settings.keep())).forEach(files::remove);
    }

    @Override
    public synchronized void stop() {
        if (workers != null) {
            workers.stop(AT_THE_END);
            workers = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return workers != null;
    }
}
