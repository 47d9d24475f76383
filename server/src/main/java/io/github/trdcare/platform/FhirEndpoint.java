package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.graphql.GraphQLProvider;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.ValueSetOperationProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.narrative2.NullNarrativeGenerator;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import io.github.trdcare.door.OperationProvider;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The FHIR door: HAPI's servlet on {@code /fhir} with its providers, paging and interceptors. */
@Configuration(proxyBeanMethods = false)
class FhirEndpoint {

    @Bean
    RestfulServer restfulServer(
            IFhirSystemDao<?, ?> system,
            ResourceProviderFactory resources,
            IJpaSystemProvider systemProvider,
            ValueSetOperationProvider valueSets,
            @Lazy GraphQLProvider graphql,
            DatabaseBackedPagingProvider paging,
            List<OperationProvider> operations,
            Interceptors interceptors,
            TrdProperties properties,
            BuildProperties build) {
        RestfulServer server = new RestfulServer(ofClients());
        server.setServerName("TRD Care Server");
        server.setServerVersion(build.getVersion());
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setPagingProvider(paging);
        server.registerProviders(resources.createProviders());
        server.registerProviders(systemProvider, valueSets);
        server.registerProviders(operations);
        if (properties.graphql().enabled()) {
            server.registerProvider(graphql);
        }
        interceptors.ofRequests().forEach(server::registerInterceptor);
        return server;
    }

    /**
     * A context of its own, so that clients' bodies are parsed strictly: an element that FHIR does not know is refused,
     * not dropped. The storage's context stays lenient, for FHIR's own published definitions do not all parse strictly.
     */
    private static FhirContext ofClients() {
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new StrictErrorHandler());
        context.setNarrativeGenerator(new NullNarrativeGenerator());
        return context;
    }

    @Bean
    JpaCapabilityStatementProvider capabilities(
            RestfulServer server,
            IFhirSystemDao<?, ?> system,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validation) {
        JpaCapabilityStatementProvider capabilities =
                new JpaCapabilityStatementProvider(server, system, settings, searchParameters, validation);
        capabilities.setImplementationDescription("TRD Care Server: care of treatment-resistant depression");
        server.setServerConformanceProvider(capabilities);
        return capabilities;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(
            RestfulServer server, JpaCapabilityStatementProvider capabilities, AutowireCapableBeanFactory beans) {
        beans.autowireBean(server);
        ServletRegistrationBean<RestfulServer> servlet = new ServletRegistrationBean<>(server, "/fhir/*");
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    /** A place first, then the body: a request without a place costs no memory. */
    @Bean
    FilterRegistrationBean<CapacityFilter> limitedCapacity(CapacityFilter filter) {
        FilterRegistrationBean<CapacityFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/fhir/*", "/cds-services/*");
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestBodyFilter> limitedBodies(RequestBodyFilter filter) {
        FilterRegistrationBean<RequestBodyFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/fhir/*", "/cds-services/*");
        registration.setOrder(2);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> outcomesOfTheWebServer() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(UnreadableRequestValve.class.getName()));
    }

    /**
     * Who sends a little more than the limit, or has no place, reads why: Tomcat takes the rest of the body before it closes
     * the connection, where it would else reset it while the client still writes.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsThatAreRead(TrdProperties properties) {
        int twice =
                (int) Math.min(Integer.MAX_VALUE, 2 * properties.limits().body().toBytes());
        return factory -> factory.addConnectorCustomizers(
                connector -> ((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setMaxSwallowSize(twice));
    }

    /** HAPI serves the page only below the slash; people type it without. */
    @Bean
    FilterRegistrationBean<Filter> swaggerWithoutSlash() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
                (request, response, chain) -> ((HttpServletResponse) response).sendRedirect("/fhir/swagger-ui/"));
        registration.addUrlPatterns("/fhir/swagger-ui");
        return registration;
    }
}
