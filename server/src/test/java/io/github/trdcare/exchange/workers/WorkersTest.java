package io.github.trdcare.exchange.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Threads that go on, and that end what they have begun. */
class WorkersTest {
    private final Workers workers = new Workers(Duration.ofMillis(1));

    @Test
    void aStepThatFailsIsFollowedByTheNext() throws Exception {
        CountDownLatch steps = new CountDownLatch(2);
        workers.start("a", () -> {
            steps.countDown();
            throw new IllegalStateException("this one");
        });
        assertThat(steps.await(30, TimeUnit.SECONDS)).isTrue();
        workers.stop(Duration.ofSeconds(30));
        assertThat(workers.isRunning()).isFalse();
    }

    @Test
    void aStepThatRunsOutOfMemoryIsFollowedByTheNext() throws Exception {
        CountDownLatch steps = new CountDownLatch(2);
        workers.start("a", () -> {
            steps.countDown();
            throw new OutOfMemoryError("this one");
        });
        assertThat(steps.await(30, TimeUnit.SECONDS)).isTrue();
        workers.stop(Duration.ofSeconds(30));
    }

    @Test
    void aStepUnderWayIsEndedAndNoneBeginsAfterIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicInteger ended = new AtomicInteger();
        workers.start("a", () -> {
            begun.countDown();
            while (workers.isRunning()) {
                Thread.onSpinWait();
            }
            interrupted.set(Thread.currentThread().isInterrupted());
            ended.incrementAndGet();
            return true;
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        workers.stop(Duration.ofSeconds(30));
        assertThat(ended).hasValue(1);
        assertThat(interrupted).isFalse();
    }
}
