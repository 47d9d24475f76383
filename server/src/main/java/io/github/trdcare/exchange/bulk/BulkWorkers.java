package io.github.trdcare.exchange.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of this node that work on jobs; any number of nodes may have them. */
@Component
@EnableConfigurationProperties(BulkSettings.class)
class BulkWorkers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(BulkWorkers.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration AT_THE_END = Duration.ofSeconds(20);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofSeconds(15);

    private final Worker worker;
    private final Jobs jobs;
    private final Files files;
    private final BulkSettings settings;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
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
        if (!settings.enabled() || running) {
            return;
        }
        running = true;
        for (int i = 1; i <= settings.workers(); i++) {
            String name = UUID.randomUUID().toString();
            Thread thread = new Thread(() -> work(name), "bulk-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Whatever happens to one part, the next one follows. */
    private void work(String name) {
        while (running) {
            try {
                clean();
                if (!worker.run(name)) {
                    Thread.sleep(settings.poll().toMillis());
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.error("The bulk worker goes on after a failure", failure);
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
        synchronized (files) {
            if (cleaned.plus(BETWEEN_CLEANINGS).isAfter(now)) {
                return;
            }
            cleaned = now;
        }
        jobs.over(now.minus(settings.keep())).forEach(files::remove);
    }

    /** Lets each end its part, without interrupting it: that would close the file of an H2 database. */
    @Override
    public synchronized void stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join(AT_THE_END.toMillis());
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
