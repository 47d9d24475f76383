package io.github.trdcare.platform;

import ca.uhn.fhir.context.support.IValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.springframework.stereotype.Component;

/** The profiles that a resource names in {@code meta.profile}. One that the server does not hold claims nothing here. */
@Component
class ClaimedProfiles {
    private final IValidationSupport profiles;

    ClaimedProfiles(IValidationSupport profiles) {
        this.profiles = profiles;
    }

    /** Whether the resource claims a profile that the server holds, and is therefore validated in full. */
    boolean areHeldOf(IBaseResource resource) {
        return resource.getMeta().getProfile().stream()
                .map(IPrimitiveType::getValueAsString)
                .anyMatch(profile -> profile != null && profiles.fetchStructureDefinition(profile) != null);
    }
}
