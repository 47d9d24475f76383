package io.github.trdcare.examples;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;

/** Validates against FHIR R4 and our package, or further ones; codes of systems that nobody here holds are warnings. */
final class StoryValidator {

    private final FhirValidator validator;

    StoryValidator() {
        this("trdcare.fhir.tgz");
    }

    StoryValidator(String... packages) {
        FhirContext fhir = FhirContext.forR4Cached();
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                held(fhir, packages),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new SnapshotGeneratingValidationSupport(fhir));
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setAnyExtensionsAllowed(false);
        module.setAssumeValidRestReferences(true);
        validator = fhir.newValidator().registerValidatorModule(module);
    }

    Stream<String> errors(Resource resource) {
        return errors(resource, new ValidationOptions());
    }

    /** Also against a profile that the resource does not claim. */
    Stream<String> errors(Resource resource, String profile) {
        return errors(resource, new ValidationOptions().addProfile(profile));
    }

    private Stream<String> errors(Resource resource, ValidationOptions options) {
        String address = resource.fhirType() + "/" + resource.getIdPart();
        return validator.validateWithResult(resource, options).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> address + " at " + message.getLocationString() + ": " + message.getMessage());
    }

    private static NpmPackageValidationSupport held(FhirContext fhir, String... packages) {
        NpmPackageValidationSupport support = new NpmPackageValidationSupport(fhir);
        try {
            for (String name : packages) {
                support.loadPackageFromClasspath(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return support;
    }
}
