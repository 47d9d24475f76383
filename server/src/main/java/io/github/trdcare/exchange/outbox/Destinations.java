package io.github.trdcare.exchange.outbox;

import java.util.Map;

/** A room whose subscribers the settings name, not a Subscription. */
public interface Destinations {

    /** Each under an id of its own, which does not change while it is the same. */
    Map<String, Subscriber> subscribers();
}
