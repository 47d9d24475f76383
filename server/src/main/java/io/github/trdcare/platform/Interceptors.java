package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.interceptor.UserRequestRetryVersionConflictsInterceptor;
import ca.uhn.fhir.jpa.subscription.submit.interceptor.SubscriptionSubmitInterceptorLoader;
import ca.uhn.fhir.jpa.subscription.submit.interceptor.SubscriptionValidatingInterceptor;
import ca.uhn.fhir.rest.openapi.OpenApiInterceptor;
import ca.uhn.fhir.rest.server.interceptor.CorsInterceptor;
import ca.uhn.fhir.rest.server.interceptor.LoggingInterceptor;
import ca.uhn.fhir.rest.server.interceptor.ResponseHighlighterInterceptor;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.exchange.identity.EndedRecordInterceptor;
import io.github.trdcare.exchange.messaging.MessageEvents;
import io.github.trdcare.exchange.outbox.ChangeInterceptor;
import io.github.trdcare.exchange.outbox.HeaderValuesInterceptor;
import io.github.trdcare.exchange.outbox.Topics;
import io.github.trdcare.exchange.registry.RegistryInterceptor;
import io.github.trdcare.storage.MatchLocks;
import jakarta.annotation.PostConstruct;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;

/** All interceptors, in their order. */
@Component
class Interceptors {
    private final TrdProperties properties;
    private final IInterceptorService storage;
    private final BaseStructureInterceptor baseStructure;
    private final ProfileValidationInterceptor profileValidation;
    private final ReferencesInterceptor references;
    private final EndedRecordInterceptor endedRecords;
    private final CareRulesInterceptor careRules;
    private final CareValidationInterceptor careValidation;
    private final RefusedPayloadInterceptor refusedPayload;
    private final RegistryInterceptor registry;
    private final HeaderValuesInterceptor headerValues;
    private final ChangeInterceptor changes;
    private final Topics topics;
    private final MessageEvents messages;
    private final MatchLocks locks;
    private final IdentifierIndexInterceptor identifiers;
    private final SubscriptionValidatingInterceptor subscriptionsOfHapi;
    private final List<OperationProvider> operations;

    Interceptors(
            TrdProperties properties,
            IInterceptorService storage,
            BaseStructureInterceptor baseStructure,
            ProfileValidationInterceptor profileValidation,
            ReferencesInterceptor references,
            EndedRecordInterceptor endedRecords,
            CareRulesInterceptor careRules,
            CareValidationInterceptor careValidation,
            RefusedPayloadInterceptor refusedPayload,
            RegistryInterceptor registry,
            HeaderValuesInterceptor headerValues,
            ChangeInterceptor changes,
            Topics topics,
            MessageEvents messages,
            MatchLocks locks,
            IdentifierIndexInterceptor identifiers,
            SubscriptionSubmitInterceptorLoader loaderOfHapi,
            SubscriptionValidatingInterceptor subscriptionsOfHapi,
            List<OperationProvider> operations) {
        this.properties = properties;
        this.storage = storage;
        this.baseStructure = baseStructure;
        this.profileValidation = profileValidation;
        this.references = references;
        this.endedRecords = endedRecords;
        this.careRules = careRules;
        this.careValidation = careValidation;
        this.refusedPayload = refusedPayload;
        this.registry = registry;
        this.headerValues = headerValues;
        this.changes = changes;
        this.topics = topics;
        this.messages = messages;
        this.locks = locks;
        this.identifiers = identifiers;
        this.subscriptionsOfHapi = subscriptionsOfHapi;
        this.operations = operations;
    }

    /** Those that see every write, whoever makes it: requests, entries of a transaction, our own loaders. */
    @PostConstruct
    void registerWithStorage() {
        // It knows no topics; ours judges by what the outbox can serve. (The loader, a parameter above, has added it.)
        storage.unregisterInterceptor(subscriptionsOfHapi);
        // Before anything is saved, and cheaply: a resource that FHIR itself would not know never reaches a table.
        storage.registerInterceptor(baseStructure);
        // Likewise: a resource that breaks the profile it claims never reaches a table.
        storage.registerInterceptor(profileValidation);
        // What is in shape is stored without the passwords in it.
        storage.registerInterceptor(headerValues);
        // When all is written: the rest of a transaction is there to point to.
        storage.registerInterceptor(references);
        // Nothing is added to a record that has ended.
        storage.registerInterceptor(endedRecords);
        // What is in shape, true to its profile and complete is judged as care.
        storage.registerInterceptor(careRules);
        // The Group that the server keeps is not written by others.
        storage.registerInterceptor(registry);
        // What nobody refused belongs to its identifiers, and is news.
        storage.registerInterceptor(identifiers);
        storage.registerInterceptor(changes);
    }

    /** Those that see an HTTP request. */
    List<Object> ofRequests() {
        List<Object> interceptors = new ArrayList<>();
        interceptors.add(new CapabilitiesInterceptor(topics, messages));
        // First, so that refused requests are logged too.
        interceptors.add(accessLog());
        // Looks at what is refused, before the refusal is worded.
        interceptors.add(refusedPayload);
        // Has the last word on every failure, also on those of the interceptors below.
        interceptors.add(new FailureInterceptor());
        // A browser's preflight is answered before anything else looks at the request.
        if (!properties.cors().allowedOrigins().isEmpty()) {
            interceptors.add(cors());
        }
        // Cheap refusals before expensive work.
        interceptors.add(new RequestLimitsInterceptor(properties.limits()));
        interceptors.add(new RequestFormInterceptor());
        interceptors.add(new JsonTypesInterceptor());
        // A bundle that contradicts itself is refused before any of it is done.
        interceptors.add(new BundleEntriesInterceptor());
        // An operation is asked what it can answer, or not at all.
        interceptors.add(new OperationParametersInterceptor(operations));
        // After all that refuses: from here on the request may wait for another one.
        interceptors.add(new DeleteVersionInterceptor());
        interceptors.add(new HandOverInterceptor());
        interceptors.add(new ConditionalWriteInterceptor(locks));
        // Lets a client ask for retries of version conflicts (X-Retry-On-Version-Conflict).
        interceptors.add(new UserRequestRetryVersionConflictsInterceptor());
        // What a write would be told, where somebody asks before.
        interceptors.add(careValidation);
        // Pages for people: OpenAPI with Swagger UI, and resources highlighted in a browser.
        interceptors.add(new OpenApiInterceptor());
        interceptors.add(new ResponseHighlighterInterceptor());
        return interceptors;
    }

    /** One line a request: what was asked and how long it took; never a search value, which may name a patient. */
    private static LoggingInterceptor accessLog() {
        LoggingInterceptor log = new LoggingInterceptor();
        log.setLoggerName("io.github.trdcare.access");
        log.setMessageFormat("${requestVerb} ${operationType} ${idOrResourceName} ${operationName} "
                + "${processingTimeMillis}ms ${requestId}");
        log.setErrorMessageFormat("${requestVerb} ${operationType} ${idOrResourceName} refused ${requestId}");
        return log;
    }

    private CorsInterceptor cors() {
        CorsConfiguration cors = new CorsConfiguration();
        properties.cors().allowedOrigins().forEach(cors::addAllowedOriginPattern);
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"));
        cors.addAllowedHeader("*");
        cors.setExposedHeaders(List.of("Location", "Content-Location", "ETag", "Last-Modified", "X-Request-ID"));
        return new CorsInterceptor(cors);
    }
}
