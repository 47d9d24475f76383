package io.github.trdcare.examples;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
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

/** Validates against FHIR R4 and our package; codes of systems that nobody here holds are warnings. */
final class StoryValidator {

    private final FhirValidator validator;

    StoryValidator() {
        FhirContext fhir = FhirContext.forR4Cached();
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                ourPackage(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new SnapshotGeneratingValidationSupport(fhir));
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setAnyExtensionsAllowed(false);
        module.setAssumeValidRestReferences(true);
        validator = fhir.newValidator().registerValidatorModule(module);
    }

    Stream<String> errors(Resource resource) {
        String address = resource.fhirType() + "/" + resource.getIdPart();
        return validator.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> address + " at " + message.getLocationString() + ": " + message.getMessage());
    }

    private static NpmPackageValidationSupport ourPackage(FhirContext fhir) {
        NpmPackageValidationSupport support = new NpmPackageValidationSupport(fhir);
        try {
            support.loadPackageFromClasspath("trdcare.fhir.tgz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return support;
    }
}
