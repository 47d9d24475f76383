package io.github.trdcare.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Validates against FHIR R4 and our own package; codes of systems and SDC extensions that nobody here holds pass. */
final class GuideValidator {

    /** One for all tests, since loading the definitions is what takes long. */
    static final GuideValidator INSTANCE = new GuideValidator();

    private final FhirValidator validator;

    private GuideValidator() {
        FhirContext fhir = FhirContext.forR4Cached();
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                ourPackage(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new SnapshotGeneratingValidationSupport(fhir));
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setAnyExtensionsAllowed(false);
        module.setCustomExtensionDomains("http://hl7.org/fhir/uv/sdc/");
        validator = fhir.newValidator().registerValidatorModule(module);
    }

    List<String> errors(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(GuideValidator::describe)
                .toList();
    }

    private static String describe(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage() + " [" + message.getMessageId() + "]";
    }

    private static NpmPackageValidationSupport ourPackage(FhirContext fhir) {
        NpmPackageValidationSupport support = new NpmPackageValidationSupport(fhir);
        try {
            support.loadPackageFromClasspath("trdcare.fhir.tgz");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return support;
    }
}
