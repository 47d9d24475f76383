package io.github.trdcare.exchange.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.exchange.cdshooks.Card.Reason;
import io.github.trdcare.exchange.cdshooks.Services.Service;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The door of CDS Hooks: which services there are, and their cards. */
@RestController
@RequestMapping("/cds-services")
class CdsHooksController {
    private final Services services;
    private final CareCards care;
    private final OrderCards orders;
    private final Clients clients;
    private final Cards cards;
    private final ResourceStore store;
    private final FhirContext context;
    private final Clock clock;
    private final String base;

    CdsHooksController(
            Knowledge knowledge,
            FhirContext context,
            Clients clients,
            Cards cards,
            ResourceStore store,
            Clock clock,
            @Value("${trd.outbox.base-url:http://localhost:8080/fhir}") String base) {
        this.services = new Services(knowledge);
        this.care = new CareCards(knowledge);
        this.orders = new OrderCards(knowledge, context);
        this.clients = clients;
        this.cards = cards;
        this.store = store;
        this.context = context;
        this.clock = clock;
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
                        + " the request is not called. Where the request names none and brings a patient, that"
                        + " record is used only if both have an identifier in common.");
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
        HookRequest request = HookRequest.of(HookRequest.json(body), service, context);
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
        List<Resource> own = request.isOfAnother(base) ? List.of() : store.record(request.patient());
        if (own.stream().noneMatch(each -> each instanceof Patient patient && request.isAbout(patient))) {
            own = List.of();
        }
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

    private Service service(String id) {
        return services.find(id).orElseThrow(UnknownServiceException::new);
    }
}
