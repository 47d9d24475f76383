package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.exchange.bulk.Lease.Result;
import io.github.trdcare.exchange.bulk.Part.Kind;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Writes one file of resources as they are now; what was deleted since the export was planned is not in it. What would
 * make the file too large becomes a part of its own.
 */
@Component
class WriteTask implements Task {
    /** So many are in memory beside the file. */
    private static final int LOADED_AT_ONCE = 20;

    private final ResourceStore store;
    private final Files files;
    private final Jobs jobs;
    private final Parts parts;
    private final FhirContext context;
    private final BulkSettings settings;
    private final Clock clock;

    WriteTask(
            ResourceStore store,
            Files files,
            Jobs jobs,
            Parts parts,
            FhirContext context,
            BulkSettings settings,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.jobs = jobs;
        this.parts = parts;
        this.context = context;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.WRITE;
    }

    @Override
    public void run(Job job, Part part, Lease lease) {
        List<String> ids = part.content().lines().toList();
        Sheet sheet = new Sheet(settings.exportFile().toBytes());
        int looked = 0;
        while (looked < ids.size() && !sheet.isFull()) {
            lease.renew();
            looked += write(part, ids.subList(looked, Math.min(ids.size(), looked + LOADED_AT_ONCE)), sheet);
        }
        List<String> left = ids.subList(looked, ids.size());
        lease.end(new Result(String.join("\n", ids.subList(0, looked)), sheet.lines(), part.report()), () -> {
            if (!left.isEmpty()) {
                // Numbers are given to one part at a time.
                jobs.lock(job.id());
                parts.add(
                        job.id(),
                        Kind.WRITE,
                        false,
                        part.type(),
                        part.source(),
                        String.join("\n", left),
                        clock.instant());
            }
            if (sheet.lines() > 0) {
                files.write(part.file(), sheet.bytes());
            }
        });
    }

    /** How many of them are dealt with: written, or no longer there. */
    private int write(Part part, List<String> ids, Sheet sheet) {
        Map<String, Resource> loaded =
                store.all(ids.stream().map(id -> part.type() + "/" + id).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(
                                resource -> resource.getIdElement().getIdPart(), Function.identity()));
        for (int i = 0; i < ids.size(); i++) {
            Resource resource = loaded.get(ids.get(i));
            if (resource != null && !sheet.add(context.newJsonParser().encodeResourceToString(resource))) {
                return i;
            }
        }
        return ids.size();
    }
}
