package io.github.trdcare.exchange.bulk;

import io.github.trdcare.exchange.bulk.Job.Kind;
import io.github.trdcare.exchange.bulk.Jobs.Fill;
import io.github.trdcare.exchange.channels.ChannelState;
import io.github.trdcare.exchange.channels.Channels;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The queues of jobs; a job that failed goes on where it failed when it is replayed. */
@Component
class BulkChannels implements Channels {
    private final Jobs jobs;
    private final Parts parts;
    private final ResourceStore store;
    private final BulkSettings settings;
    private final Clock clock;

    BulkChannels(Jobs jobs, Parts parts, ResourceStore store, BulkSettings settings, Clock clock) {
        this.jobs = jobs;
        this.parts = parts;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<ChannelState> states() {
        return Stream.of(Kind.values()).map(this::state).toList();
    }

    private ChannelState state(Kind kind) {
        Fill fill = jobs.fill(kind);
        String state = settings.enabled() ? "active" : "off";
        return new ChannelState(
                name(kind),
                kind == Kind.EXPORT ? "Bulk exports" : "Bulk imports",
                fill.failed() > 0 ? "error" : state,
                fill.running(),
                fill.failed(),
                fill.oldest(),
                fill.error());
    }

    private static String name(Kind kind) {
        return kind == Kind.EXPORT ? "bulk-export" : "bulk-import";
    }

    @Override
    public OptionalInt replay(String channel) {
        return Stream.of(Kind.values())
                .filter(kind -> name(kind).equals(channel))
                .mapToInt(this::replay)
                .findFirst();
    }

    private int replay(Kind kind) {
        List<Job> failed = jobs.failed(kind);
        failed.forEach(job -> store.together(() -> {
            jobs.reopen(job.id());
            parts.reopen(job.id(), clock.instant());
        }));
        return failed.size();
    }
}
