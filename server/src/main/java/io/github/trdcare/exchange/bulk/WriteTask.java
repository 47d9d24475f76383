package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.exchange.bulk.Lease.Result;
import io.github.trdcare.exchange.bulk.Part.Kind;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Writes one file of resources as they are now; what was deleted since the export was planned is not in it. */
@Component
class WriteTask implements Task {
    private final ResourceStore store;
    private final Files files;
    private final FhirContext context;

    WriteTask(ResourceStore store, Files files, FhirContext context) {
        this.store = store;
        this.files = files;
        this.context = context;
    }

    @Override
    public Kind kind() {
        return Kind.WRITE;
    }

    @Override
    public void run(Job job, Part part, Lease lease) {
        Set<String> references =
                part.content().lines().map(id -> part.type() + "/" + id).collect(Collectors.toCollection(TreeSet::new));
        List<Resource> resources = store.all(references);
        String lines = resources.stream()
                .map(resource -> context.newJsonParser().encodeResourceToString(resource) + "\n")
                .collect(Collectors.joining());
        lease.end(Result.of(part, resources.size()), () -> {
            if (!lines.isEmpty()) {
                files.write(part.file(), lines);
            }
        });
    }
}
