package io.github.trdcare.exchange.messaging;

import io.github.trdcare.exchange.inbox.InboxChannel;
import io.github.trdcare.exchange.inbox.Inboxes;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The queue of FHIR messages that came. */
@Component
class MessageChannel extends InboxChannel {
    static final String NAME = "messages-in";

    MessageChannel(Inboxes inboxes, MessageReception reception, MessagingSettings settings, Clock clock) {
        super(NAME, "FHIR messages that came", inboxes.of(NAME), reception::again, settings.keep(), clock);
    }
}
