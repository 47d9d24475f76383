package io.github.trdcare.exchange.bulk;

import io.github.trdcare.exchange.bulk.ImportWish.Input;
import io.github.trdcare.exchange.bulk.Lease.Result;
import io.github.trdcare.exchange.bulk.LineReader.UnfetchableException;
import io.github.trdcare.exchange.bulk.Part.Kind;
import io.github.trdcare.exchange.bulk.Renewals.Kept;
import io.github.trdcare.exchange.outbound.Outbound;
import io.github.trdcare.exchange.outbound.Outbound.Request;
import io.github.trdcare.exchange.outbound.OutboundRefusedException;
import io.github.trdcare.storage.ResourceStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fetches a file through the guard and keeps its lines; none is stored before all files are here. */
@Component
class FetchTask implements Task {
    private static final int LINES_AT_ONCE = 100;
    private static final int LETTERS_AT_ONCE = 2_000_000;
    private static final int SERVER_FAILED = 500;
    private static final int TOO_MANY = 429;

    private final Outbound outbound;
    private final Jobs jobs;
    private final Parts parts;
    private final ResourceStore store;
    private final Renewals renewals;
    private final BulkSettings settings;
    private final Clock clock;

    FetchTask(
            Outbound outbound,
            Jobs jobs,
            Parts parts,
            ResourceStore store,
            Renewals renewals,
            BulkSettings settings,
            Clock clock) {
        this.outbound = outbound;
        this.jobs = jobs;
        this.parts = parts;
        this.store = store;
        this.renewals = renewals;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.FETCH;
    }

    @Override
    public void run(Job job, Part part, Lease lease) throws IOException {
        Input input = ImportWish.of(job.wish()).inputs().get(part.source());
        parts.removeHeld(job.id(), part.source());
        try {
            fetch(job, part, lease, URI.create(input.url()));
            lease.end(Result.of(part, 0), () -> {});
        } catch (UnfetchableException | OutboundRefusedException refused) {
            giveUp(part, lease, String.valueOf(refused.getMessage()));
        } catch (IOException failed) {
            if (part.attempts() + 1 < Worker.MOST_ATTEMPTS) {
                throw failed;
            }
            giveUp(part, lease, "its host cannot be reached, does not answer in time, or breaks off");
        }
    }

    /** However long the host says nothing, no other worker begins the same. */
    private void fetch(Job job, Part part, Lease lease, URI url) throws IOException {
        Request request =
                new Request("GET", url, Map.of("Accept", Files.NDJSON), new byte[0], Optional.of(settings.fetch()));
        try (Kept kept = renewals.keep(lease)) {
            try {
                outbound.read(request, kept.lost(), (status, content) -> take(job, part, lease, status, content));
            } catch (IOException failed) {
                kept.check();
                throw failed;
            }
        }
    }

    /** The other files go on. */
    private void giveUp(Part part, Lease lease, String reason) {
        String report = Report.line(part.source(), 0, "the file cannot be fetched: " + reason, List.of());
        lease.end(
                new Result(part.content(), 0, Optional.of(report)), () -> parts.removeHeld(part.job(), part.source()));
    }

    private void take(Job job, Part part, Lease lease, int status, InputStream content) throws IOException {
        if (status >= SERVER_FAILED || status == TOO_MANY) {
            throw new IOException("status " + status);
        }
        if (status != 200) {
            throw new UnfetchableException("its host answers with status " + status);
        }
        LineReader reader = new LineReader(
                content, settings.line().toBytes(), settings.file().toBytes());
        List<Line> lines = new ArrayList<>();
        int letters = 0;
        for (Optional<Line> next = reader.next(); next.isPresent(); next = reader.next()) {
            lines.add(next.get());
            letters += next.get().text().length();
            if (lines.size() == LINES_AT_ONCE || letters > LETTERS_AT_ONCE) {
                keep(job, part, lease, lines);
                letters = 0;
            }
        }
        keep(job, part, lease, lines);
    }

    private void keep(Job job, Part part, Lease lease, List<Line> lines) {
        if (!lines.isEmpty()) {
            store.together(() -> {
                lease.renew();
                // Numbers are given to one file at a time.
                jobs.lock(job.id());
                parts.add(job.id(), Kind.STORE, true, part.type(), part.source(), Line.write(lines), clock.instant());
            });
            lines.clear();
        }
    }
}
