package io.github.trdcare.exchange.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.trdcare.exchange.cdshooks.Services.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What an EHR asks.
 *
 * @param patient id of the patient on the EHR's own server
 * @param server FHIR address of that server, where the EHR says it
 * @param orders what is about to be ordered
 * @param prefetch resources that came with the question
 */
record HookRequest(String patient, Optional<String> server, List<Resource> orders, List<Resource> prefetch) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A body as JSON; none is JSON's null. */
    static JsonNode json(@Nullable String body) {
        try {
            return JSON.readTree(Optional.ofNullable(body).orElse("null"));
        } catch (JsonProcessingException unreadable) {
            throw new BadHookException("", "the body is no JSON");
        }
    }

    /**
     * @throws BadHookException naming the element that is missing or wrong
     */
    static HookRequest of(JsonNode request, Service service, FhirContext context) {
        if (!request.isObject()) {
            throw new BadHookException("", "the body must be a JSON object");
        }
        String hook = text(request, "hook");
        if (!hook.equals(service.hook()) && !(service.isOfOrders() && hook.startsWith("order-"))) {
            throw new BadHookException("hook", "this service answers " + service.hook());
        }
        try {
            UUID.fromString(text(request, "hookInstance"));
        } catch (IllegalArgumentException noUuid) {
            throw new BadHookException("hookInstance", "it must be a UUID");
        }
        JsonNode about = object(request, "context");
        text(about, "userId");
        String patient = text(about, "patientId").replaceFirst("^Patient/", "");
        List<Resource> orders = service.isOfOrders()
                ? resources(object(about, "draftOrders"), "context.draftOrders", context)
                : List.of();
        List<Resource> prefetch = new ArrayList<>();
        request.path("prefetch").properties().forEach(each -> {
            if (!each.getValue().isNull()) {
                prefetch.addAll(resources(each.getValue(), "prefetch." + each.getKey(), context));
            }
        });
        return new HookRequest(
                patient, Optional.ofNullable(request.path("fhirServer").textValue()), orders, prefetch);
    }

    /** Whether the patient is one of a server that the EHR names, and that is not this one. */
    boolean isOfAnother(String base) {
        return server.filter(address -> !address.replaceFirst("/$", "").equals(base))
                .isPresent();
    }

    /**
     * Whether a patient of this server, found by the id alone, is the one that is meant. An EHR may leave out its address
     * and number its patients as this server does: then the patient that it sent says who is meant.
     */
    boolean isAbout(Patient own) {
        return server.isPresent()
                || prefetch.stream()
                        .filter(Patient.class::isInstance)
                        .map(Patient.class::cast)
                        .allMatch(sent -> sent.getIdentifier().stream()
                                .anyMatch(identifier ->
                                        own.getIdentifier().stream().anyMatch(each -> isSame(identifier, each))));
    }

    private static boolean isSame(Identifier one, Identifier other) {
        return one.hasSystem()
                && one.hasValue()
                && one.getSystem().equals(other.getSystem())
                && one.getValue().equals(other.getValue());
    }

    private static String text(JsonNode parent, String name) {
        String value = parent.path(name).textValue();
        if (value == null || value.isBlank()) {
            throw new BadHookException(name, "it is missing, or no text");
        }
        return value;
    }

    private static JsonNode object(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isObject()) {
            throw new BadHookException(name, "it is missing, or no object");
        }
        return value;
    }

    private static List<Resource> resources(JsonNode json, String place, FhirContext context) {
        try {
            Resource resource = (Resource) context.newJsonParser().parseResource(json.toString());
            if (resource instanceof Bundle bundle) {
                return bundle.getEntry().stream()
                        .map(entry -> entry.getResource())
                        .filter(each -> each != null && !(each instanceof OperationOutcome))
                        .toList();
            }
            // A search that failed in the EHR comes as its outcome: then the data are simply not there.
            return resource instanceof OperationOutcome ? List.of() : List.of(resource);
        } catch (DataFormatException unreadable) {
            throw new BadHookException(place, "it is no FHIR R4 resource");
        }
    }
}
