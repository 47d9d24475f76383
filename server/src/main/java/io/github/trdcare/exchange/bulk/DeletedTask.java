package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.exchange.bulk.Lease.Result;
import io.github.trdcare.exchange.bulk.Part.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.springframework.stereotype.Component;

/** Writes one file of deletions: a transaction that deletes the same elsewhere. */
@Component
class DeletedTask implements Task {
    private final Files files;
    private final FhirContext context;

    DeletedTask(Files files, FhirContext context) {
        this.files = files;
        this.context = context;
    }

    @Override
    public Kind kind() {
        return Kind.DELETED;
    }

    @Override
    public void run(Job job, Part part, Lease lease) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        part.content().lines().forEach(reference -> bundle.addEntry()
                .getRequest()
                .setMethod(HTTPVerb.DELETE)
                .setUrl(reference));
        String line = context.newJsonParser().encodeResourceToString(bundle) + "\n";
        lease.end(Result.of(part, 1), () -> files.write(part.file(), line));
    }
}
