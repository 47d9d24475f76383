package io.github.trdcare.exchange.bulk;

import io.github.trdcare.exchange.bulk.Job.Kind;
import io.github.trdcare.exchange.bulk.Job.State;
import io.github.trdcare.exchange.bulk.Lease.LostException;
import io.github.trdcare.exchange.bulk.Parts.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What comes when a part of a job is done: the next stage, another round, or the end. */
@Component
class Stages {
    /** Lines that wait for others of their import get as many chances. */
    private static final int MOST_ROUNDS = 20;

    private final Jobs jobs;
    private final Parts parts;
    private final Files files;
    private final Clock clock;

    Stages(Jobs jobs, Parts parts, Files files, Clock clock) {
        this.jobs = jobs;
        this.parts = parts;
        this.files = files;
        this.clock = clock;
    }

    /** In the transaction that ends the part; one part of a job at a time. */
    void advance(String id) {
        Job job = jobs.lock(id).filter(each -> each.state() == State.RUNNING).orElseThrow(LostException::new);
        Progress progress = parts.progress(id);
        if (progress.open() > 0) {
            return;
        }
        Instant now = clock.instant();
        if (progress.held() > 0) {
            parts.release(id, now);
        } else if (progress.lacking() > 0 && progress.stored() > job.progress() && job.round() < MOST_ROUNDS) {
            jobs.nextRound(id, progress.stored());
            parts.again(id, now);
        } else {
            if (job.kind() == Kind.IMPORT) {
                report(id);
            }
            jobs.end(id, State.DONE, now, null);
        }
    }

    private void report(String job) {
        String lines =
                parts.done(job).stream().flatMap(part -> part.report().stream()).collect(Collectors.joining());
        if (!lines.isEmpty()) {
            files.write(Part.file(job, 0), lines);
        }
    }
}
