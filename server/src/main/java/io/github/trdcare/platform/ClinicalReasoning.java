package io.github.trdcare.platform;

import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import org.opencds.cqf.fhir.cr.CrSettings;
import org.opencds.cqf.fhir.cr.hapi.common.IPlanDefinitionProcessorFactory;
import org.opencds.cqf.fhir.cr.hapi.common.IQuestionnaireProcessorFactory;
import org.opencds.cqf.fhir.cr.hapi.config.RepositoryConfig;
import org.opencds.cqf.fhir.cr.plandefinition.PlanDefinitionProcessor;
import org.opencds.cqf.fhir.cr.questionnaire.QuestionnaireProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The library that carries out the standard's $apply and $populate. Its own configurations would bring a hundred operations
 * that nobody promised.
 */
@Configuration(proxyBeanMethods = false)
@Import(RepositoryConfig.class)
class ClinicalReasoning {

    /** The repositories know the server, and the server its providers: they are asked for when a request comes. */
    @Bean
    IPlanDefinitionProcessorFactory protocolsApplied(ObjectProvider<IRepositoryFactory> repositories) {
        return request ->
                new PlanDefinitionProcessor(repositories.getObject().create(request), CrSettings.getDefault());
    }

    @Bean
    IQuestionnaireProcessorFactory formsFilledIn(ObjectProvider<IRepositoryFactory> repositories) {
        return request -> new QuestionnaireProcessor(repositories.getObject().create(request), CrSettings.getDefault());
    }
}
