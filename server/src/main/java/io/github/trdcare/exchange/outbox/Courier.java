package io.github.trdcare.exchange.outbox;

import io.github.trdcare.exchange.outbound.OutboundRefusedException;
import io.github.trdcare.exchange.outbox.Delivery.Status;
import io.github.trdcare.exchange.outbox.Subscriber.Progress;
import io.github.trdcare.exchange.outbox.Subscribers.Claim;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells one subscriber after the other what waits for it, in order; no lock is held while it speaks. */
@Component
class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final Subscribers subscribers;
    private final Deliveries deliveries;
    private final Directory directory;
    private final Activation activation;
    private final OutboxSettings settings;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Courier(
            Subscribers subscribers,
            Deliveries deliveries,
            Directory directory,
            Activation activation,
            OutboxSettings settings,
            Clock clock,
            PlatformTransactionManager manager) {
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.directory = directory;
        this.activation = activation;
        this.settings = settings;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * Serves the subscriber who waits longest.
     *
     * @param courier name under which it is claimed
     * @param stopped whether to leave the rest to others
     * @return whether there was one
     */
    boolean run(String courier, BooleanSupplier stopped) {
        Optional<Claim> claim = subscribers.claim(courier, directory.configured(), clock.instant(), settings.lease());
        claim.ifPresent(each -> directory
                .find(each.id())
                .ifPresentOrElse(subscriber -> serve(each, subscriber, stopped), () -> subscribers.remove(each.id())));
        return claim.isPresent();
    }

    private void serve(Claim claim, Subscriber subscriber, BooleanSupplier stopped) {
        List<Delivery> batch = List.of();
        try {
            if (claim.progress().state().equals("requested")) {
                subscriber.greet(claim.progress());
                activation.activate(claim);
            }
            // Half of the lease, so that a last slow answer still comes within it.
            Instant enough = clock.instant().plus(settings.lease().dividedBy(2));
            boolean told = false;
            Optional<Subscriber> present = Optional.of(subscriber);
            batch = deliveries.pending(claim.id(), subscriber.atOnce());
            while (present.isPresent()
                    && !batch.isEmpty()
                    && !stopped.getAsBoolean()
                    && clock.instant().isBefore(enough)) {
                present.get().tell(batch, active(claim));
                if (!delivered(claim, batch)) {
                    return;
                }
                told = true;
                present = directory.find(claim.id()); // its endpoint or its headers may be others by now
                batch = deliveries.pending(claim.id(), subscriber.atOnce());
            }
            if (!told && claim.heartbeatDue()) {
                subscriber.reassure(active(claim));
                subscribers.told(claim, clock.instant(), settings.lease());
            }
            subscribers.release(claim, clock.instant());
        } catch (IOException | RuntimeException failure) {
            failed(claim, batch, reason(failure), isForGood(failure));
        }
    }

    private static Progress active(Claim claim) {
        return new Progress("active", claim.progress().lastNumber());
    }

    private boolean delivered(Claim claim, List<Delivery> batch) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean held = subscribers.told(claim, clock.instant(), settings.lease());
            if (held) {
                deliveries.end(claim.id(), batch, Status.DELIVERED, clock.instant(), Optional.empty());
            }
            return held;
        }));
    }

    private static boolean isForGood(Exception failure) {
        return failure instanceof NotDeliveredException refused && refused.isForGood();
    }

    /** Tries again later, or gives up what is too old or unwanted and goes on with what comes after it. */
    private void failed(Claim claim, List<Delivery> batch, String reason, boolean forGood) {
        Instant now = clock.instant();
        List<Delivery> dead = forGood
                ? batch
                : batch.stream().filter(each -> isTooOld(each, now)).toList();
        boolean givenUp = !dead.isEmpty();
        int attempts = subscribers.attempts(claim.id()) + 1;
        transactions.executeWithoutResult(status -> {
            if (givenUp) {
                deliveries.end(claim.id(), dead, Status.DEAD, now, Optional.of(reason));
            }
            subscribers.failed(
                    claim, attempts, now.plus(givenUp ? settings.poll() : settings.pauseAfter(attempts)), reason);
        });
        log.warn("{} was not told (attempt {}{}): {}", claim.id(), attempts, givenUp ? ", given up" : "", reason);
    }

    private boolean isTooOld(Delivery delivery, Instant now) {
        return delivery.queuedAt().plus(settings.giveUpAfter()).isBefore(now);
    }

    /** Never what was sent or answered: either may hold a patient's data. */
    private static String reason(Exception failure) {
        if (failure instanceof NotDeliveredException || failure instanceof OutboundRefusedException) {
            return failure.getMessage();
        }
        if (failure instanceof UnknownHostException) {
            return "the host of the endpoint is not known";
        }
        if (failure instanceof ConnectException) {
            return "nobody listens at the endpoint";
        }
        if (failure instanceof InterruptedIOException) {
            return "the endpoint did not answer in time";
        }
        if (failure instanceof SSLException) {
            return "no secure connection to the endpoint can be made";
        }
        if (failure instanceof IOException) {
            return "the connection to the endpoint broke";
        }
        log.error("A notification could not be made", failure);
        return "the notification could not be made";
    }
}
