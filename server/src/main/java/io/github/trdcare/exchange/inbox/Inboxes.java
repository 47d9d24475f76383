package io.github.trdcare.exchange.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the inbox of a channel. */
@Component
public class Inboxes {
    private final JdbcClient jdbc;

    Inboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Inbox of(String channel) {
        return new Inbox(jdbc, channel);
    }
}
