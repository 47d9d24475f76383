package io.github.trdcare.exchange.bulk;

import io.github.trdcare.exchange.bulk.Job.State;
import io.github.trdcare.exchange.bulk.Lease.LostException;
import io.github.trdcare.exchange.bulk.Lease.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one part after the other: claimed by a lease, ended in one transaction with what it writes. */
@Component
class Worker {
    static final int MOST_ATTEMPTS = 5;
    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Jobs jobs;
    private final Parts parts;
    private final Stages stages;
    private final Map<Part.Kind, Task> tasks = new EnumMap<>(Part.Kind.class);
    private final BulkSettings settings;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Worker(
            Jobs jobs,
            Parts parts,
            Stages stages,
            List<Task> tasks,
            BulkSettings settings,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jobs = jobs;
        this.parts = parts;
        this.stages = stages;
        tasks.forEach(task -> this.tasks.put(task.kind(), task));
        this.settings = settings;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * Does the part that waits longest.
     *
     * @return whether there was one
     */
    boolean run(String name) {
        Optional<Part> claimed = parts.claim(name, clock.instant(), settings.lease());
        claimed.ifPresent(part -> jobs.find(part.job()).ifPresent(job -> run(name, job, part)));
        return claimed.isPresent();
    }

    private void run(String name, Job job, Part part) {
        try {
            if (part.attempts() >= MOST_ATTEMPTS) {
                throw new IllegalStateException("each worker that held it fell silent");
            }
            Optional.ofNullable(tasks.get(part.task())).orElseThrow().run(job, part, new Hold(name, part));
        } catch (LostException takenOver) {
            log.info("Part {} of job {} is no longer this worker's", part.number(), job.id());
        } catch (Throwable failure) {
            // Also an error such as too little memory: uncounted, the part would be tried by all workers for ever.
            failed(name, job, part, failure);
        }
    }

    /** Tries again later, or gives the job up. */
    private void failed(String name, Job job, Part part, Throwable failure) {
        int attempts = Math.min(part.attempts() + 1, MOST_ATTEMPTS);
        boolean givenUp = attempts == MOST_ATTEMPTS;
        String error = "Part " + part.number() + " (" + part.task() + " " + part.type() + ") failed " + attempts
                + " times; the server's log names the cause under job " + job.id();
        log.error("Part {} of job {} failed (attempt {})", part.number(), job.id(), attempts, failure);
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            parts.failed(name, part, givenUp, now.plus(Duration.ofSeconds(1L << part.attempts())), error);
            if (givenUp) {
                jobs.end(job.id(), State.FAILED, now, error);
            }
        });
    }

    /** The hold on a part that this worker claimed. */
    private final class Hold implements Lease {
        private final String name;
        private final Part part;

        Hold(String name, Part part) {
            this.name = name;
            this.part = part;
        }

        @Override
        public void renew() {
            if (!parts.renew(name, part, clock.instant().plus(settings.lease()))) {
                throw new LostException();
            }
        }

        @Override
        public void end(Result result, Runnable writes) {
            transactions.executeWithoutResult(status -> {
                if (!parts.end(name, part, result)) {
                    throw new LostException();
                }
                writes.run();
                stages.advance(part.job());
            });
        }
    }
}
