package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.context.support.ValueSetExpansionOptions;
import ca.uhn.fhir.jpa.validation.JpaValidationSupportChain;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import io.github.trdcare.structure.BaseStructure;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One validator for writes and for {@code $validate}: HAPI's chain with our packages before it. */
@Configuration(proxyBeanMethods = false)
class ValidationConfig {

    @Bean
    SmartInitializingSingleton packagesInValidation(
            FhirContext context,
            FhirPackages packages,
            JpaValidationSupportChain chain,
            IInstanceValidatorModule validator) {
        return () -> {
            // First in the chain: our own profiles come from memory and cannot be changed by a client's upload.
            chain.addValidationSupport(0, inMemory(context, packages));
            ((FhirInstanceValidator) validator).setErrorForUnknownProfiles(false);
        };
    }

    /** FHIR's own definitions and value sets, whatever anybody has uploaded. */
    @Bean
    BaseStructure baseStructure(FhirContext context, DefaultProfileValidationSupport definitions) {
        ValidationSupportChain terminology = new ValidationSupportChain(
                definitions,
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context));
        return new BaseStructure(
                context, definitions.fetchAllStructureDefinitions(), url -> expanded(terminology, url));
    }

    private static Optional<ValueSet> expanded(ValidationSupportChain terminology, String url) {
        return Optional.ofNullable(terminology.expandValueSet(
                        new ValidationSupportContext(terminology), new ValueSetExpansionOptions(), url))
                .map(outcome -> (ValueSet) outcome.getValueSet());
    }

    private static PrePopulatedValidationSupport inMemory(FhirContext context, FhirPackages packages) {
        PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(context);
        for (List<Resource> resources : List.of(packages.ours(), packages.further())) {
            resources.forEach(support::addResource);
        }
        return support;
    }
}
