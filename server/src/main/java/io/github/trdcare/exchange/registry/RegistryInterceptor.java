package io.github.trdcare.exchange.registry;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.DeleteConflictList;
import ca.uhn.fhir.jpa.delete.DeleteConflictOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The registry is the server's: clients read it, and it keeps no patient from being deleted. */
@Interceptor
@Component
public class RegistryInterceptor {

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        guard(resource, request);
    }

    /** A changed resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        guard(after, request);
    }

    /** A deleted resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource before, RequestDetails request) {
        guard(before, request);
    }

    /** Whoever is deleted leaves the registry a moment later; what else refers to the patient is looked for once more. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_DELETE_CONFLICTS)
    public @Nullable DeleteConflictOutcome conflicts(DeleteConflictList conflicts) {
        boolean inRegistry = conflicts.removeIf(conflict -> Registry.REFERENCE.equals(
                conflict.getSourceId().toUnqualifiedVersionless().getValue()));
        // HAPI shows the first conflict alone, and more of them when it is told to try again.
        return inRegistry ? new DeleteConflictOutcome().setShouldRetryCount(1) : null;
    }

    /** Whether a resource is the server's own, which follows the records by itself. */
    public static boolean isKept(IBaseResource resource) {
        return resource.fhirType().equals("Group")
                && Registry.ID.equals(resource.getIdElement().getIdPart());
    }

    private static void guard(IBaseResource resource, @Nullable RequestDetails request) {
        boolean ours = request != null && request.getUserData().containsKey(ResourceStore.VALIDATED);
        if (!ours && isKept(resource)) {
            throw RefusedException.of(List.of(Refusal.conflict(
                    "registry",
                    "Group",
                    "The server keeps this Group itself, from the depressive episodes on record",
                    "a Condition that claims " + Episodes.PROFILE + ", or a Group of your own")));
        }
    }
}
