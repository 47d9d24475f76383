package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.trdcare.structure.BaseStructure;
import io.github.trdcare.structure.Finding;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
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
    public void created(IBaseResource resource) {
        check(resource);
    }

    /** A changed resource. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        check(after);
    }

    private void check(IBaseResource resource) {
        if (claimed.areHeldOf(resource)) {
            return;
        }
        List<Finding> findings = structure.findings(resource);
        if (!findings.isEmpty()) {
            throw RefusalTranslator.misshapen(findings);
        }
    }
}
