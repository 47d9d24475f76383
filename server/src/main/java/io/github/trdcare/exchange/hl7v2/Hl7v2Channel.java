package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.exchange.inbox.InboxChannel;
import io.github.trdcare.exchange.inbox.Inboxes;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The queue of HL7 v2 messages that came. */
@Component
class Hl7v2Channel extends InboxChannel {
    static final String NAME = "hl7v2-in";

    Hl7v2Channel(Inboxes inboxes, Reception reception, Hl7v2Settings settings, Clock clock) {
        super(NAME, "HL7 v2 messages that came", inboxes.of(NAME), reception::again, settings.keep(), clock);
    }
}
