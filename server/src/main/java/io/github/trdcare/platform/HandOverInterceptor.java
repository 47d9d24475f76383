package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.careplan.Referrals;
import io.github.trdcare.chart.References;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * Lets a referral change hands only for a client that says which version it has seen: of two clinics that claim it at once,
 * one wins and the other one learns of it.
 */
@Interceptor
class HandOverInterceptor {

    /** Inside the writing transaction; who writes the same version at the same moment fails when the second is stored. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void compare(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (request == null
                || request.getFhirServerBase() == null
                || !(before instanceof Task stored && after instanceof Task wanted && Referrals.isOne(stored))) {
            return;
        }
        String current = stored.getMeta().getVersionId();
        Optional<String> seen = IfMatch.of(request, References.to(stored));
        if (seen.isPresent() && !seen.get().equals(current)) {
            throw RefusalTranslator.staleVersion(References.to(stored), seen.get(), current);
        }
        if (seen.isEmpty() && Referrals.handsOver(stored, wanted)) {
            throw RefusalTranslator.unguarded(References.to(stored), current);
        }
    }
}
