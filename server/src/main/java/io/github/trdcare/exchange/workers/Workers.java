package io.github.trdcare.exchange.workers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that repeat a step each until they are stopped, whatever happens to one of them. */
public final class Workers {
    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final Duration poll;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    /**
     * @param poll how long a thread rests when there was nothing to do
     */
    public Workers(Duration poll) {
        this.poll = poll;
    }

    /**
     * Starts a thread.
     *
     * @param step does a piece of work, and says whether there was one
     */
    public void start(String name, BooleanSupplier step) {
        Thread thread = new Thread(() -> repeat(name, step), name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void repeat(String name, BooleanSupplier step) {
        try {
            while (running) {
                if (!tried(name, step)) {
                    Thread.sleep(poll.toMillis());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tried(String name, BooleanSupplier step) throws InterruptedException {
        try {
            return step.getAsBoolean();
        } catch (Throwable failure) {
            // Also an error such as too little memory: nobody would start the thread again.
            log.error("{} goes on after a failure", name, failure);
            Thread.sleep(AFTER_A_FAILURE.toMillis());
            return true;
        }
    }

    /** Whether none has told them to stop. */
    public boolean isRunning() {
        return running;
    }

    /**
     * Lets each end its step, without interrupting it: that would close the file of an H2 database.
     *
     * @param patience how long it waits for each
     */
    public void stop(Duration patience) {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join(patience.toMillis());
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }
}
