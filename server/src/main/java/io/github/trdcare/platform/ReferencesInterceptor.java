package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import io.github.trdcare.storage.ResourceStore;
import io.github.trdcare.structure.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses a reference to a resource of this server that does not exist, also where no search parameter looks: HAPI checks
 * only the references that it indexes. It works when the whole transaction is written, so that entries may point anywhere
 * in it.
 */
@Interceptor
@Component
class ReferencesInterceptor {
    private final FhirContext context;
    private final ResourceStore store;

    ReferencesInterceptor(FhirContext context, ResourceStore store) {
        this.context = context;
        this.store = store;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request, TransactionDetails transaction) {
        check(resource, request, transaction);
    }

    /** A changed resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(
            IBaseResource before, IBaseResource after, RequestDetails request, TransactionDetails transaction) {
        check(after, request, transaction);
    }

    private void check(IBaseResource resource, @Nullable RequestDetails request, TransactionDetails transaction) {
        Map<String, String> places = unresolved(resource, transaction);
        if (places.isEmpty()) {
            return;
        }
        Set<String> missing = store.missing(places.keySet());
        if (!missing.isEmpty()) {
            Optional<String> entry = BundleEntry.of(request, resource);
            throw RefusalTranslator.misshapen(places.entrySet().stream()
                    .filter(place -> missing.contains(place.getKey()))
                    .map(place -> finding(place.getKey(), place.getValue()))
                    .map(finding -> entry.map(finding::within).orElse(finding))
                    .toList());
        }
    }

    /** References that HAPI has not looked up in this transaction, with their places. */
    private Map<String, String> unresolved(IBaseResource resource, TransactionDetails transaction) {
        Map<String, String> places = new LinkedHashMap<>();
        List<ResourceReferenceInfo> references = context.newTerser().getAllResourceReferences(resource);
        for (ResourceReferenceInfo reference : references) {
            IIdType target = reference.getResourceReference().getReferenceElement();
            if (isOfThisServer(target)) {
                IIdType versionless = target.toUnqualifiedVersionless();
                if (!transaction.hasResolvedResourceId(versionless)) {
                    places.put(
                            versionless.getValue(),
                            context.getResourceType(resource) + "."
                                    + reference.getName().replaceFirst("^\\.", ""));
                }
            }
        }
        return places;
    }

    private boolean isOfThisServer(IIdType target) {
        return target.hasResourceType()
                && target.hasIdPart()
                && !target.isAbsolute()
                && !target.isLocal()
                && !target.getValue().contains("?")
                && context.getResourceTypes().contains(target.getResourceType());
    }

    private static Finding finding(String target, String place) {
        return new Finding(
                IssueType.NOTFOUND,
                place,
                place + " points to " + target
                        + ", which does not exist on this server. Store it first, or in the same transaction.");
    }
}
