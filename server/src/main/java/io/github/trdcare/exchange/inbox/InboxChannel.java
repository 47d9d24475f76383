package io.github.trdcare.exchange.inbox;

import io.github.trdcare.exchange.channels.ChannelState;
import io.github.trdcare.exchange.channels.Channels;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** The queue of messages that came: those left in the middle are worked on again, those refused wait for their operator. */
public abstract class InboxChannel implements Channels {
    /** Longer than any transaction may take: what is this old, nobody works on. */
    private static final Duration LEFT = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(InboxChannel.class);

    private final String name;
    private final String kind;
    private final Inbox inbox;
    private final LongConsumer again;
    private final Duration keep;
    private final Clock clock;

    /**
     * A queue.
     *
     * @param again works on a message once more
     * @param keep how long a message that was taken is known
     */
    protected InboxChannel(String name, String kind, Inbox inbox, LongConsumer again, Duration keep, Clock clock) {
        this.name = name;
        this.kind = kind;
        this.inbox = inbox;
        this.again = again;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public List<ChannelState> states() {
        Inbox.Fill fill = inbox.fill();
        return List.of(new ChannelState(
                name,
                kind,
                fill.dead() == 0 ? "active" : "error",
                fill.waiting(),
                fill.dead(),
                fill.oldest(),
                fill.reason()));
    }

    @Override
    public OptionalInt replay(String channel) {
        if (!name.equals(channel)) {
            return OptionalInt.empty();
        }
        List<Inbox.Item> dead = inbox.dead();
        dead.forEach(item -> again.accept(item.id()));
        return OptionalInt.of(dead.size());
    }

    /** A server that died in the middle of a message left it here. */
    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    public void goOn() {
        for (long id : inbox.leftBefore(clock.instant().minus(LEFT))) {
            try {
                again.accept(id);
            } catch (RuntimeException failure) {
                log.error("Message {} of {} could not be worked on again", id, name, failure);
            }
        }
    }

    /** What was taken long ago need not be known again. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    public void clean() {
        inbox.forget(clock.instant().minus(keep));
    }
}
