package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.trdcare.storage.IdentifierIndex;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps the index of identifiers true in every transaction that writes. */
@Interceptor
@Component
class IdentifierIndexInterceptor {
    private final IdentifierIndex index;

    IdentifierIndexInterceptor(IdentifierIndex index) {
        this.index = index;
    }

    /** At the end of the transaction, when those that it deletes or renames have left theirs. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        try {
            index.created((Resource) resource);
        } catch (DuplicateKeyException taken) {
            throw RefusalTranslator.identifierTaken(resource.fhirType());
        }
    }

    /** At once. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        index.updated((Resource) before, (Resource) after);
    }

    /** At once. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        index.deleted((Resource) resource);
    }
}
