package io.github.trdcare.exchange.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.trdcare.exchange.cdshooks.Services.Service;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door by which an EHR tells what became of cards, and an operator reads it. */
@RestController
@RequestMapping("/cds-services")
class FeedbackController {
    private static final List<String> OUTCOMES = List.of("accepted", "overridden");
    private static final int LONGEST_NOTE = 1000;

    private final Services services;
    private final Clients clients;
    private final Cards cards;
    private final ResourceStore store;
    private final Clock clock;
    private final MeterRegistry metrics;

    FeedbackController(
            Knowledge knowledge,
            Clients clients,
            Cards cards,
            ResourceStore store,
            Clock clock,
            MeterRegistry metrics) {
        this.services = new Services(knowledge);
        this.clients = clients;
        this.cards = cards;
        this.store = store;
        this.clock = clock;
        this.metrics = metrics;
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
        Service service = services.find(id).orElseThrow(UnknownServiceException::new);
        clients.check(id, token);
        JsonNode all = HookRequest.json(body).path("feedback");
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
}
