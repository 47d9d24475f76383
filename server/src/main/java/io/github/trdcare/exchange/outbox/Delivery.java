package io.github.trdcare.exchange.outbox;

import java.time.Instant;

/**
 * One event for one subscriber.
 *
 * @param number its place in what the subscriber is told, from 1 on without gaps
 */
public record Delivery(long number, Change change, Instant queuedAt, Status status) {

    /** How far it is. */
    public enum Status {
        PENDING,
        DELIVERED,
        DEAD
    }
}
