package io.github.trdcare.exchange.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.eligibility.CoveragePolicy;
import io.github.trdcare.eligibility.Criterion;
import io.github.trdcare.eligibility.Criterion.Status;
import io.github.trdcare.eligibility.Eligibility;
import io.github.trdcare.eligibility.EligibilityVerdict;
import io.github.trdcare.exchange.cdshooks.Card.Action;
import io.github.trdcare.exchange.cdshooks.Card.Indicator;
import io.github.trdcare.exchange.cdshooks.Card.Source;
import io.github.trdcare.exchange.cdshooks.Card.Suggestion;
import io.github.trdcare.exchange.cdshooks.Services.Service;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.MedicationSafety;
import io.github.trdcare.safety.Contraindications;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Cards for an order of TMS that is about to be signed; pure. */
final class OrderCards {
    private static final List<String> ORDERS = List.of("tms-course", "tms-phase");
    private static final String BILLING = "http://www.ama-assn.org/go/cpt";

    private final FhirContext context;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, CoveragePolicy> policies;
    private final Eligibility eligibility;
    private final Contraindications contraindications;
    private final MedicationSafety medication;
    private final List<String> billed;

    OrderCards(Knowledge knowledge, FhirContext context) {
        this.context = context;
        this.policies = CoveragePolicy.read(knowledge);
        this.eligibility = new Eligibility(knowledge);
        this.contraindications = new Contraindications(knowledge);
        this.medication = new MedicationSafety(knowledge);
        this.billed =
                knowledge.document("cds-hooks.yaml").row("orders").row("tms").texts("billed");
    }

    /** Orders of TMS among what is about to be ordered. */
    List<ServiceRequest> tms(List<Resource> orders) {
        return orders.stream()
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .filter(order -> ORDERS.stream().anyMatch(code -> Coded.isOurs(order.getCode(), Ours.TMS, code))
                        || Coded.in(order.getCode(), BILLING)
                                .filter(billed::contains)
                                .isPresent())
                .toList();
    }

    /** How an order stands to the policy, with an offer to attach what proves it. */
    Optional<Card> authorisation(Chart chart, List<ServiceRequest> orders, Service service) {
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        CoveragePolicy policy = policies.get(service.figures().text("policy"));
        EligibilityVerdict verdict = eligibility.of(chart, policy, Optional.empty());
        List<Criterion> criteria = verdict.criteria();
        long met = criteria.stream().filter(each -> each.status() == Status.MET).count();
        Card card = Card.of(
                verdict.overall() == Status.MET ? Indicator.INFO : Indicator.WARNING,
                "TMS, " + policy.adequacy().title() + ": " + met + " of " + criteria.size() + " criteria met"
                        + (verdict.contraindications().isEmpty() ? "" : "; a contraindication stands"),
                criteria.stream()
                                .map(each -> "- **" + each.status().code() + "** " + each.text())
                                .collect(Collectors.joining("\n"))
                        + "\n\nA secondary summary; verify it against the payer's own text. Source: "
                        + policy.adequacy().source(),
                CareCards.source(policy.adequacy()));
        List<String> evidence = criteria.stream()
                .filter(each -> each.status() == Status.MET)
                .flatMap(each -> each.evidence().stream())
                .distinct()
                .toList();
        return Optional.of(evidence.isEmpty() ? card : card.with(attaching(orders, evidence)));
    }

    private Suggestion attaching(List<ServiceRequest> orders, List<String> evidence) {
        return new Suggestion(
                "Attach the evidence to the order",
                UUID.randomUUID().toString(),
                orders.stream()
                        .map(order -> new Action(
                                "update",
                                "Adds " + evidence.size() + " records as supporting information",
                                json(with(order, evidence))))
                        .toList());
    }

    private static ServiceRequest with(ServiceRequest order, List<String> evidence) {
        ServiceRequest supported = order.copy();
        supported.setId(order.getIdElement());
        List<String> there = References.of(order.getSupportingInfo());
        evidence.stream()
                .filter(reference -> !there.contains(reference))
                .forEach(reference -> supported.addSupportingInfo(new Reference(reference)));
        return supported;
    }

    private JsonNode json(Resource resource) {
        try {
            return json.readTree(context.newJsonParser().encodeResourceToString(resource));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What speaks against TMS: Flags that stand, facts that have no Flag here, and drugs. */
    List<Card> warnings(Chart chart, List<ServiceRequest> orders, Service service) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Map<String, Finding> found = new LinkedHashMap<>();
        eligibility
                .of(chart, policies.get(service.figures().optional("policy").orElse("ctmss")), Optional.empty())
                .contraindications()
                .forEach(flag -> found.put(flag.code(), flag));
        facts(chart).forEach(fact -> found.putIfAbsent(fact.code(), fact));
        List<Card> cards = new ArrayList<>();
        found.values().forEach(each -> cards.add(card(each)));
        List<Finding> drugs = medication.thresholdDrugs(chart);
        if (!drugs.isEmpty()) {
            cards.add(Card.of(
                    Indicator.WARNING,
                    "Drugs that lower the seizure threshold: "
                            + drugs.stream()
                                    .flatMap(drug -> drug.value().stream())
                                    .distinct()
                                    .collect(Collectors.joining(", ")),
                    "Consider dose, and find the motor threshold again when one of them changes.",
                    new Source("TRD Care Server", null)));
        }
        return cards;
    }

    private Stream<Finding> facts(Chart chart) {
        return Stream.<Class<? extends Resource>>of(
                        Condition.class, Device.class, Procedure.class, QuestionnaireResponse.class)
                .flatMap(type -> chart.all(type).stream())
                .flatMap(resource -> contraindications.of(resource, chart).stream())
                .filter(each -> each.treatment().equals("tms"))
                .map(each -> Finding.of(each.code(), each.title() + ": speaks against TMS", each.fact())
                        .with(each.tier()));
    }

    private static Card card(Finding contraindication) {
        boolean absolute = contraindication.value().filter("absolute"::equals).isPresent();
        return Card.of(
                absolute ? Indicator.CRITICAL : Indicator.WARNING,
                contraindication.text(),
                (absolute ? "Absolute" : "Relative") + " contraindication. On record as "
                        + String.join(", ", contraindication.evidence()),
                new Source("TRD Care Server", null));
    }
}
