package io.github.trdcare.exchange.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.exchange.cdshooks.Card.Reason;
import io.github.trdcare.exchange.cdshooks.Services.Service;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door of CDS Hooks: which services there are, their cards, and what became of these. */
@RestController
@RequestMapping("/cds-services")
class CdsHooksController {
    private static final List<String> OUTCOMES = List.of("accepted", "overridden");
    private static final int LONGEST_NOTE = 1000;

    private final Services services;
    private final CareCards care;
    private final OrderCards orders;
    private final Clients clients;
    private final Cards cards;
    private final ResourceStore store;
    private final FhirContext context;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final String base;
    private final ObjectMapper json = new ObjectMapper();

    CdsHooksController(
            Knowledge knowledge,
            FhirContext context,
            Clients clients,
            Cards cards,
            ResourceStore store,
            Clock clock,
            MeterRegistry metrics,
            @Value("${trd.outbox.base-url:http://localhost:8080/fhir}") String base) {
        this.services = new Services(knowledge);
        this.care = new CareCards(knowledge);
        this.orders = new OrderCards(knowledge, context);
        this.clients = clients;
        this.cards = cards;
        this.store = store;
        this.context = context;
        this.clock = clock;
        this.metrics = metrics;
        this.base = base;
    }

    /** Every service, for EHRs of any origin. */
    @GetMapping
    @CrossOrigin
    Map<String, Object> discovery() {
        return Map.of(
                "services",
                services.all().stream().map(CdsHooksController::described).toList());
    }

    private static Map<String, Object> described(Service service) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("hook", service.hook());
        described.put("title", service.title());
        described.put("description", service.description());
        described.put("id", service.id());
        described.put("prefetch", service.prefetch());
        described.put(
                "usageRequirements",
                "Data come from the prefetch, and for patients of this server from its own record; the FHIR server of"
                        + " the request is not called.");
        return described;
    }

    /** The cards of one service for one patient. */
    @PostMapping("/{id}")
    Map<String, Object> cards(
            @PathVariable("id") String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
            @RequestBody(required = false) @Nullable String body) {
        Service service = service(id);
        clients.check(id, token);
        HookRequest request = HookRequest.of(parsed(body), service, context);
        List<Card> shown = shown(service, request);
        cards.shown(id, shown);
        return Map.of("cards", shown);
    }

    private List<Card> shown(Service service, HookRequest request) {
        List<ServiceRequest> tms = orders.tms(request.orders());
        if (service.isOfOrders() && tms.isEmpty()) {
            return List.of();
        }
        Chart chart = chart(request);
        List<Reason> reasons = Reason.of(services.overrides(), Ours.TRD);
        return switch (service.kind()) {
            case "trd-alert" -> care.resistance(chart, service).stream().toList();
            case "phq9-safety" ->
                care.safety(chart, service).map(card -> card.with(reasons)).stream()
                        .toList();
            case "measurement-due" -> care.overdue(chart).stream().toList();
            case "tms-prior-auth" ->
                orders.authorisation(chart, tms, service).stream().toList();
            default ->
                orders.warnings(chart, tms, service).stream()
                        .map(card -> card.with(reasons))
                        .toList();
        };
    }

    /** Our own record where the EHR means a patient of ours, and what it sent; a number of another server is another's. */
    private Chart chart(HookRequest request) {
        boolean ours = request.server()
                .map(server -> server.replaceFirst("/$", "").equals(base))
                .orElse(true);
        List<Resource> own = ours ? store.record(request.patient()) : List.of();
        if (own.isEmpty() && request.prefetch().stream().noneMatch(Patient.class::isInstance)) {
            throw new MissingDataException();
        }
        Map<String, Resource> all = new LinkedHashMap<>();
        Stream.concat(own.stream(), request.prefetch().stream())
                .forEach(resource -> all.putIfAbsent(key(resource), resource));
        return Chart.of(all.values(), clock.instant(), clock.getZone());
    }

    private static String key(Resource resource) {
        return resource.hasIdElement()
                ? resource.fhirType() + "/" + resource.getIdElement().getIdPart()
                : resource.fhirType() + "#" + System.identityHashCode(resource);
    }

    /** How many cards were shown, and what became of them, for whoever runs the server; no words of clinicians. */
    @GetMapping("/feedback")
    Map<String, Object> counts() {
        return Map.of("feedback", cards.counts());
    }

    /** What clinicians did with cards. */
    @PostMapping("/{id}/feedback")
    Map<String, Object> feedback(
            @PathVariable("id") String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
            @RequestBody(required = false) @Nullable String body) {
        Service service = service(id);
        clients.check(id, token);
        JsonNode all = parsed(body).path("feedback");
        if (!all.isArray() || all.isEmpty()) {
            throw new BadHookException("feedback", "it must be a list of what became of cards");
        }
        all.forEach(each -> checked(each));
        store.together(() -> all.forEach(each -> keep(service, each)));
        all.forEach(each -> count(service, each));
        return Map.of();
    }

    private void checked(JsonNode feedback) {
        if (!OUTCOMES.contains(feedback.path("outcome").asText())) {
            throw new BadHookException("feedback.outcome", "it must be accepted or overridden");
        }
        if (!feedback.path("card").isTextual()) {
            throw new BadHookException("feedback.card", "it must be the uuid of a card");
        }
        reason(feedback).filter(code -> !services.overrides().containsKey(code)).ifPresent(code -> {
            throw new BadHookException(
                    "feedback.overrideReason.reason.code",
                    "the reasons are " + String.join(", ", services.overrides().keySet()));
        });
    }

    private static Optional<String> reason(JsonNode feedback) {
        return Optional.ofNullable(
                feedback.path("overrideReason").path("reason").path("code").textValue());
    }

    private void keep(Service service, JsonNode feedback) {
        String outcome = feedback.path("outcome").asText();
        boolean known = cards.ended(
                service.id(),
                feedback.path("card").asText(),
                outcome,
                reason(feedback),
                Optional.ofNullable(feedback.path("overrideReason")
                                .path("userComment")
                                .textValue())
                        .map(note -> note.substring(0, Math.min(LONGEST_NOTE, note.length()))),
                clock.instant());
        if (!known) {
            throw new BadHookException("feedback.card", "this service has shown no such card");
        }
    }

    private void count(Service service, JsonNode feedback) {
        String outcome = feedback.path("outcome").asText();
        metrics.counter("trd.cds.feedback", "service", service.id(), "outcome", outcome)
                .increment();
    }

    private Service service(String id) {
        return services.find(id).orElseThrow(UnknownServiceException::new);
    }

    private JsonNode parsed(@Nullable String body) {
        try {
            return json.readTree(Optional.ofNullable(body).orElse("null"));
        } catch (JsonProcessingException unreadable) {
            throw new BadHookException("", "the body is no JSON");
        }
    }
}
