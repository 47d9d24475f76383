package io.github.trdcare.exchange.channels;

import java.util.List;

/** A room of the exchange that has queues. */
public interface Channels {

    /** The state of each of its queues now. */
    List<ChannelState> states();

    /**
     * Works again on what a queue gave up.
     *
     * @param channel name of one of its queues
     * @return how many items; empty when the room has no such queue
     */
    java.util.OptionalInt replay(String channel);
}
