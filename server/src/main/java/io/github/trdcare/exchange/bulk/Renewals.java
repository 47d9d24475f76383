package io.github.trdcare.exchange.bulk;

import io.github.trdcare.exchange.bulk.Lease.LostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Renews leases by time, while their workers wait for somebody and come to nothing at which they could do so. */
@Component
class Renewals implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Renewals.class);
    /** So often before a lease runs out, since one time may fail. */
    private static final int TIMES_A_LEASE = 4;

    private final long period;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "bulk-renewals");
        thread.setDaemon(true);
        return thread;
    });

    Renewals(BulkSettings settings) {
        this.period = Math.max(1, settings.lease().toMillis() / TIMES_A_LEASE);
    }

    /** Keeps a lease until what is returned is closed. */
    Kept keep(Lease lease) {
        CompletableFuture<Void> lost = new CompletableFuture<>();
        return new Kept(
                lost, timer.scheduleAtFixedRate(() -> renew(lease, lost), period, period, TimeUnit.MILLISECONDS));
    }

    private static void renew(Lease lease, CompletableFuture<Void> lost) {
        try {
            lease.renew();
        } catch (LostException takenOver) {
            lost.complete(null);
        } catch (RuntimeException failure) {
            log.warn("A lease could not be renewed; it is tried again", failure);
        }
    }

    /** Without interrupting it: that would close the file of an H2 database. */
    @Override
    public void destroy() {
        timer.shutdown();
    }

    /**
     * A lease that is renewed.
     *
     * @param lost completed when another worker has the part
     */
    record Kept(CompletableFuture<Void> lost, Future<?> renewing) implements AutoCloseable {

        void check() {
            if (lost.isDone()) {
                throw new LostException();
            }
        }

        @Override
        public void close() {
            renewing.cancel(false);
        }
    }
}
