package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.structure.BaseStructure;
import io.github.trdcare.structure.Finding;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses a write that breaks the shape of its resource type; what claims a held profile is validated in full instead. */
@Interceptor
@Component
class BaseStructureInterceptor {
    private final BaseStructure structure;
    private final ClaimedProfiles claimed;

    BaseStructureInterceptor(BaseStructure structure, ClaimedProfiles claimed) {
        this.structure = structure;
        this.claimed = claimed;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        check(resource, request);
    }

    /** A changed resource. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        check(after, request);
    }

    private void check(IBaseResource resource, @Nullable RequestDetails request) {
        if (claimed.areHeldOf(resource)) {
            return;
        }
        List<Finding> findings = structure.findings(resource);
        if (!findings.isEmpty()) {
            throw RefusalTranslator.misshapen(BundleEntry.of(request, resource)
                    .map(entry -> findings.stream()
                            .map(finding -> finding.within(entry))
                            .toList())
                    .orElse(findings));
        }
    }
}
