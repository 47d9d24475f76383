package io.github.trdcare.platform;

import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stores our profiles, code systems and search parameters, so that clients can read and search them. */
@Component
@Order(1)
class ConformanceResources implements ApplicationRunner {
    private final FhirPackages packages;
    private final ResourceStore store;

    ConformanceResources(FhirPackages packages, ResourceStore store) {
        this.packages = packages;
        this.store = store;
    }

    /** Once for each content of the package: an edit without a new version number is noticed too. */
    @Override
    public void run(ApplicationArguments arguments) {
        List<Resource> resources = packages.ours();
        store.onceOnly("conformance " + packages.fingerprint(), List.of(asTransaction(resources)));
    }

    private static Bundle asTransaction(List<Resource> resources) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        for (Resource resource : resources) {
            transaction
                    .addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        return transaction;
    }
}
