package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import io.github.trdcare.storage.ResourceStore;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds a resource to what it claims: one whose {@code meta.profile} names a profile that the server holds is validated
 * on every write, and refused when it breaks it; the stories that we ship are validated by the build.
 */
@Interceptor
@Component
class ProfileValidationInterceptor {
    private final ClaimedProfiles claimed;
    private final FhirValidator validator;

    ProfileValidationInterceptor(ClaimedProfiles claimed, FhirContext context, IInstanceValidatorModule validator) {
        this.claimed = claimed;
        this.validator = context.newValidator().registerValidatorModule(validator);
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
        boolean validated = request != null
                && (request.getUserData().containsKey(ResourceStore.VALIDATED)
                        || request.getUserData().containsKey(ResourceStore.MOVED));
        if (!validated && claimed.areHeldOf(resource)) {
            ValidationResult result = validator.validateWithResult(resource);
            if (!result.isSuccessful()) {
                OperationOutcome outcome = (OperationOutcome) result.toOperationOutcome();
                BundleEntry.of(request, resource).ifPresent(entry -> RefusalTranslator.within(entry, outcome));
                throw RefusalTranslator.unprocessable(summary(result), outcome);
            }
        }
    }

    private static String summary(ValidationResult result) {
        return result.getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(ProfileValidationInterceptor::line)
                .findFirst()
                .orElse("The resource breaks a profile that it claims.");
    }

    private static String line(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
