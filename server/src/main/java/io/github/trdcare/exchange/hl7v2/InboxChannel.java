package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.exchange.channels.ChannelState;
import io.github.trdcare.exchange.channels.Channels;
import io.github.trdcare.exchange.hl7v2.Inbox.Fill;
import io.github.trdcare.exchange.hl7v2.Inbox.Item;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The queue of messages that came: those left in the middle are worked on again, those refused wait for their operator. */
@Component
class InboxChannel implements Channels {
    private static final String NAME = "hl7v2-in";

    /** Longer than any transaction may take: what is this old, nobody works on. */
    private static final Duration LEFT = Duration.ofMinutes(2);

    private final Inbox inbox;
    private final Reception reception;
    private final Hl7v2Settings settings;
    private final Clock clock;

    InboxChannel(Inbox inbox, Reception reception, Hl7v2Settings settings, Clock clock) {
        this.inbox = inbox;
        this.reception = reception;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<ChannelState> states() {
        Fill fill = inbox.fill();
        return List.of(new ChannelState(
                NAME,
                "HL7 v2 messages that came",
                fill.dead() == 0 ? "active" : "error",
                fill.waiting(),
                fill.dead(),
                fill.oldest(),
                fill.reason()));
    }

    @Override
    public OptionalInt replay(String channel) {
        if (!NAME.equals(channel)) {
            return OptionalInt.empty();
        }
        List<Item> dead = inbox.dead();
        dead.forEach(item -> reception.again(item.id()));
        return OptionalInt.of(dead.size());
    }

    /** A server that died in the middle of a message left it here. */
    @Scheduled(fixedDelay = 15, timeUnit = java.util.concurrent.TimeUnit.SECONDS)
    void goOn() {
        inbox.leftBefore(clock.instant().minus(LEFT)).forEach(reception::again);
    }

    @Scheduled(fixedDelay = 1, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    void clean() {
        inbox.forget(clock.instant().minus(settings.keep()));
    }
}
