package io.github.trdcare.platform;

import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import org.opencds.cqf.fhir.cr.CrSettings;
import org.opencds.cqf.fhir.cr.hapi.config.RepositoryConfig;
import org.opencds.cqf.fhir.cr.hapi.r4.plandefinition.PlanDefinitionApplyProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.questionnaire.QuestionnairePopulateProvider;
import org.opencds.cqf.fhir.cr.plandefinition.PlanDefinitionProcessor;
import org.opencds.cqf.fhir.cr.questionnaire.QuestionnaireProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The standard's own ways from a protocol to a proposal and from a form to a filled-in one. Only these two of the library's
 * providers are made: its configurations bring a hundred operations that nobody promised.
 */
@Configuration(proxyBeanMethods = false)
@Import(RepositoryConfig.class)
class ClinicalReasoning {

    /** The factory knows the server, and the server these providers: it is asked for when a request comes. */
    @Bean
    PlanDefinitionApplyProvider applyProvider(ObjectProvider<IRepositoryFactory> repositories) {
        return new PlanDefinitionApplyProvider(request ->
                new PlanDefinitionProcessor(repositories.getObject().create(request), CrSettings.getDefault()));
    }

    @Bean
    QuestionnairePopulateProvider populateProvider(ObjectProvider<IRepositoryFactory> repositories) {
        return new QuestionnairePopulateProvider(request ->
                new QuestionnaireProcessor(repositories.getObject().create(request), CrSettings.getDefault()));
    }
}
