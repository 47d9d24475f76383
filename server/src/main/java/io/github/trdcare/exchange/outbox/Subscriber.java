package io.github.trdcare.exchange.outbox;

import java.io.IOException;
import java.util.List;

/** Somebody who is told of changes. */
public interface Subscriber {

    /** Whether a change is one to tell. */
    boolean wants(Change change, Versions versions);

    /** Makes sure that there is somebody to tell. */
    void greet(Progress progress) throws IOException;

    /** Tells some events, in their order. */
    void tell(List<Delivery> deliveries, Progress progress) throws IOException;

    /** Says that all is well and there is nothing to tell. */
    void reassure(Progress progress) throws IOException;

    /** How many events it takes at once. */
    int atOnce();

    /**
     * What the subscriber is told of itself.
     *
     * @param state of the subscription
     * @param lastNumber of the newest event for it
     */
    record Progress(String state, long lastNumber) {}
}
