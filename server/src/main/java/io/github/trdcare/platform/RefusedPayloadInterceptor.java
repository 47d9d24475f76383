package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.trdcare.safety.rest.RefusedAlerts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what is about to be refused for answers about suicide: these reach a clinician although the record does not. */
@Interceptor
@Component
class RefusedPayloadInterceptor {
    private static final Logger log = LoggerFactory.getLogger(RefusedPayloadInterceptor.class);
    private static final Set<RequestTypeEnum> WRITES = Set.of(RequestTypeEnum.POST, RequestTypeEnum.PUT);

    private final FhirContext context;
    private final RefusedAlerts alerts;

    RefusedPayloadInterceptor(FhirContext context, RefusedAlerts alerts) {
        this.context = context;
        this.alerts = alerts;
    }

    /** After everything of the request is rolled back; whatever happens here, the refusal goes out as it is. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException scan(RequestDetails request, Throwable refusal) {
        if (request != null && WRITES.contains(request.getRequestType()) && stores(request.getOperation())) {
            try {
                alerts.raise(payload(request)
                        .map(RefusedPayloadInterceptor::resources)
                        .orElse(List.of()));
            } catch (RuntimeException unread) {
                log.error(
                        "Request {} was refused, and its answers about suicide could not be read",
                        request.getRequestId(),
                        unread);
            }
        }
        return null;
    }

    private static boolean stores(@Nullable String operation) {
        return operation == null || operation.equals("$process-message");
    }

    private Optional<IBaseResource> payload(RequestDetails request) {
        if (request.getResource() != null) {
            return Optional.of(request.getResource());
        }
        try {
            String body = new String(request.loadRequestContents(), StandardCharsets.UTF_8);
            EncodingEnum form = EncodingEnum.detectEncodingNoDefault(body);
            return Optional.ofNullable(form).map(each -> each.newParser(context)
                    .setParserErrorHandler(new LenientErrorHandler().disableAllErrors())
                    .parseResource(body));
        } catch (DataFormatException broken) {
            return Optional.empty();
        }
    }

    private static List<Resource> resources(IBaseResource payload) {
        if (payload instanceof Parameters parameters) {
            return parameters.getParameter().stream()
                    .map(ParametersParameterComponent::getResource)
                    .filter(content -> content != null)
                    .flatMap(content -> resources(content).stream())
                    .toList();
        }
        return payload instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .map(BundleEntryComponent::getResource)
                        .filter(resource -> resource != null)
                        .toList()
                : List.of((Resource) payload);
    }
}
