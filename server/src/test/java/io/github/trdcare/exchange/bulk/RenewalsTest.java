package io.github.trdcare.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.trdcare.exchange.bulk.Lease.LostException;
import io.github.trdcare.exchange.bulk.Renewals.Kept;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Leases that are kept while a host is silent. */
class RenewalsTest {
    private final Renewals renewals = new Renewals(new BulkSettings(
            true,
            Duration.ofHours(1),
            1000,
            DataSize.ofMegabytes(10),
            2,
            Duration.ofMillis(40),
            Duration.ofMillis(1),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(1),
            Duration.ofMinutes(1)));

    @AfterEach
    void stop() {
        renewals.destroy();
    }

    @Test
    void renewsALeaseAgainAndAgainAlsoAfterAFailure() throws Exception {
        CountDownLatch renewed = new CountDownLatch(3);
        try (Kept kept = renewals.keep(renewing(() -> {
            renewed.countDown();
            if (renewed.getCount() == 2) {
                throw new IllegalStateException("the database is away");
            }
        }))) {
            assertThat(renewed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatCode(kept::check).doesNotThrowAnyException();
        }
    }

    @Test
    void saysThatALeaseIsLost() throws Exception {
        try (Kept kept = renewals.keep(renewing(() -> {
            throw new LostException();
        }))) {
            kept.lost().get(30, TimeUnit.SECONDS);
            assertThatThrownBy(kept::check).isInstanceOf(LostException.class);
        }
    }

    @Test
    void renewsNoLeaseAfterTheWorkIsDone() throws Exception {
        AtomicInteger renewed = new AtomicInteger();
        Kept kept = renewals.keep(renewing(renewed::incrementAndGet));
        kept.close();
        int until = renewed.get();
        CountDownLatch others = new CountDownLatch(3);
        try (Kept other = renewals.keep(renewing(others::countDown))) {
            assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other.lost()).isNotDone();
        }
        assertThat(renewed.get()).isBetween(until, until + 1);
    }

    private static Lease renewing(Runnable renewal) {
        return new Lease() {
            @Override
            public void renew() {
                renewal.run();
            }

            @Override
            public void end(Result result, Runnable writes) {
                throw new AssertionError("Renewals end no part");
            }
        };
    }
}
