package io.github.trdcare.exchange.bulk;

import com.google.common.collect.Lists;
import io.github.trdcare.exchange.bulk.ExportWish.Level;
import io.github.trdcare.exchange.bulk.Lease.Result;
import io.github.trdcare.exchange.bulk.Part.Kind;
import io.github.trdcare.exchange.bulk.Renewals.Kept;
import io.github.trdcare.storage.OpenTransactions;
import io.github.trdcare.storage.ResourceStore;
import io.github.trdcare.storage.StoredIds;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Group;
import org.springframework.stereotype.Component;

/**
 * Finds out which resources an export holds, and shares them out among files. The time of the last change is asked of
 * each resource itself, whatever became of its patient and of the group.
 */
@Component
class PlanTask implements Task {
    private static final int EVERYTHING = 100_000_000;

    private final OpenTransactions transactions;
    private final StoredIds stored;
    private final ResourceStore store;
    private final ExportTypes types;
    private final Parts parts;
    private final Renewals renewals;
    private final BulkSettings settings;
    private final Clock clock;

    PlanTask(
            OpenTransactions transactions,
            StoredIds stored,
            ResourceStore store,
            ExportTypes types,
            Parts parts,
            Renewals renewals,
            BulkSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.stored = stored;
        this.store = store;
        this.types = types;
        this.parts = parts;
        this.renewals = renewals;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.PLAN;
    }

    @Override
    public void run(Job job, Part part, Lease lease) {
        try (Kept kept = renewals.keep(lease)) {
            // The client asks next time for what changed since this job was handed in.
            transactions.awaitThoseBefore(job.askedAt());
            kept.check();
            plan(job, part, lease);
        }
    }

    private void plan(Job job, Part part, Lease lease) {
        ExportWish wish = ExportWish.of(job.wish());
        Optional<List<String>> patients = patients(wish);
        Collection<String> asked = wish.types().isEmpty() ? types.standard(wish.level()) : wish.types();
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String type : asked) {
            found.put(type, ids(wish, type, patients));
        }
        List<String> deleted = wish.level() == Level.SYSTEM
                        && !wish.since().isEmpty()
                        && wish.filters().isEmpty()
                ? deleted(wish, asked)
                : List.of();
        Instant now = clock.instant();
        lease.end(Result.of(part, 0), () -> {
            found.forEach((type, ids) -> share(job, Kind.WRITE, type, List.copyOf(ids), now));
            share(job, Kind.DELETED, "Bundle", deleted, now);
        });
    }

    private Set<String> ids(ExportWish wish, String type, Optional<List<String>> patients) {
        Set<String> ids = wish.level() == Level.SYSTEM
                ? stored.of(type, wish.changed())
                : patients.map(some -> stored.ofPatients(type, wish.changed(), some))
                        .orElseGet(() -> stored.ofPatients(type, wish.changed()));
        ids.removeIf(id -> Files.isOne(type, id));
        List<String> filters = wish.filters().getOrDefault(type, List.of());
        if (!filters.isEmpty()) {
            Set<String> wanted = new HashSet<>();
            filters.forEach(filter -> store.search(type, filter, EVERYTHING)
                    .forEach(reference -> wanted.add(reference.substring(reference.indexOf('/') + 1))));
            ids.retainAll(wanted);
        }
        return ids;
    }

    private List<String> deleted(ExportWish wish, Collection<String> asked) {
        // A type of which the last one was deleted is no longer among those that are stored.
        Set<String> all = wish.types().isEmpty() ? types.deletable() : new HashSet<>(asked);
        return stored.deleted(all, wish.changed());
    }

    /** Whose resources; empty when everybody's. */
    private Optional<List<String>> patients(ExportWish wish) {
        if (wish.level() != Level.GROUP) {
            return wish.patients().isEmpty() ? Optional.empty() : Optional.of(wish.patients());
        }
        Set<String> members = store.read(Group.class, wish.group()).stream()
                .flatMap(group -> group.getMember().stream())
                .filter(member -> !member.getInactive())
                .map(member -> member.getEntity().getReferenceElement())
                .filter(entity -> "Patient".equals(entity.getResourceType()))
                .map(entity -> entity.getIdPart())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!wish.patients().isEmpty()) {
            members.retainAll(new HashSet<>(wish.patients()));
        }
        return Optional.of(new ArrayList<>(members));
    }

    private void share(Job job, Kind task, String type, List<String> ids, Instant now) {
        Lists.partition(ids, settings.resources())
                .forEach(some -> parts.add(job.id(), task, false, type, 0, String.join("\n", some), now));
    }
}
