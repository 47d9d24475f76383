package io.github.trdcare.exchange.channels;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The queues as metrics: {@code trd_channel_depth}, {@code trd_channel_dead} and {@code trd_channel_oldest_seconds}. */
@Component
@EnableScheduling
class ChannelMetrics {
    private final List<Channels> rooms;
    private final Clock clock;
    private final MultiGauge depth;
    private final MultiGauge dead;
    private final MultiGauge oldest;

    ChannelMetrics(List<Channels> rooms, Clock clock, MeterRegistry registry) {
        this.rooms = rooms;
        this.clock = clock;
        this.depth = MultiGauge.builder("trd.channel.depth")
                .description("Items that wait")
                .register(registry);
        this.dead = MultiGauge.builder("trd.channel.dead")
                .description("Items that were given up")
                .register(registry);
        this.oldest = MultiGauge.builder("trd.channel.oldest")
                .description("Age of the longest waiting item")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Queues come and go with their subscribers. */
    @Scheduled(fixedDelay = 5000)
    void refresh() {
        List<ChannelState> states =
                rooms.stream().flatMap(room -> room.states().stream()).toList();
        depth.register(rows(states, ChannelState::depth), true);
        dead.register(rows(states, ChannelState::dead), true);
        oldest.register(rows(states, this::age), true);
    }

    private double age(ChannelState state) {
        return state.oldest() == null
                ? 0
                : Duration.between(state.oldest(), clock.instant()).toMillis() / 1000.0;
    }

    private static List<Row<?>> rows(List<ChannelState> states, ToDoubleFunction<ChannelState> figure) {
        return states.stream()
                .<Row<?>>map(state -> Row.of(Tags.of("channel", state.name()), figure.applyAsDouble(state)))
                .toList();
    }
}
