package io.github.trdcare.careplan.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.careplan.Instantiation;
import io.github.trdcare.careplan.PlanDecision;
import io.github.trdcare.careplan.PlanDecision.Planned;
import io.github.trdcare.careplan.PlanDecision.Refused;
import io.github.trdcare.careplan.PlanDecision.Standing;
import io.github.trdcare.careplan.PlanRequest;
import io.github.trdcare.careplan.Protocol;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.Asked;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.Created;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Makes a plan of a protocol, once and whole, or shows what it would be. */
@Component
class InstantiateProvider implements OperationProvider {
    private final Charts charts;
    private final ResourceStore store;
    private final Protocols protocols;
    private final PlanBundles bundles;
    private final Instantiation instantiation;

    InstantiateProvider(
            Charts charts, ResourceStore store, Protocols protocols, PlanBundles bundles, Knowledge knowledge) {
        this.charts = charts;
        this.store = store;
        this.protocols = protocols;
        this.bundles = bundles;
        this.instantiation = new Instantiation(knowledge);
    }

    /** Stores the plan and answers 201; the same again answers 200 with the same resources. */
    @Operation(
            name = "$instantiate",
            typeName = "PlanDefinition",
            canonicalUrl = Ours.BASE + "/OperationDefinition/instantiate")
    public Bundle instantiate(
            @IdParam IIdType id, @ResourceParam Parameters parameters, ServletRequestDetails request) {
        Protocol protocol = protocols.read(id);
        InstantiateParameters asked = new InstantiateParameters(parameters);
        IdType patient = new IdType(charts.patient("subject", asked.subject()));
        if (asked.dryRun()) {
            return ((Planned) decided(protocol, patient, asked, instantiation::preview)).transaction();
        }
        AtomicReference<String> standing = new AtomicReference<>();
        String name = "Plan of " + protocol.definition().getUrl() + " for " + patient.getValue();
        Optional<Bundle> stored = store.transactionAlone(name, () -> {
            PlanDecision decision = decided(protocol, patient, asked, instantiation::of);
            if (decision instanceof Standing plan) {
                standing.set(plan.plan());
                return Optional.empty();
            }
            return Optional.of(((Planned) decision).transaction());
        });
        String plan = stored.map(InstantiateProvider::first).orElseGet(standing::get);
        Bundle answer = collected(plan, patient, request);
        if (stored.isPresent()) {
            Created.at(answer.getEntryFirstRep().getResource(), request);
        }
        return answer;
    }

    private PlanDecision decided(
            Protocol protocol,
            IdType patient,
            InstantiateParameters asked,
            BiFunction<Protocol, PlanRequest, PlanDecision> rule) {
        Chart chart = charts.ofPatient(patient, null);
        PlanRequest request = asked.of(
                patient.getValue(), chart, Asked.condition(asked.condition().orElse(null), chart));
        PlanDecision decision = rule.apply(protocol, request);
        if (decision instanceof Refused refused) {
            throw RefusedException.of(refused.refusals());
        }
        refuseUnknown(request);
        return decision;
    }

    /** By the name under which the one who asks gave them, rather than by where they would have gone. */
    private void refuseUnknown(PlanRequest request) {
        Map<String, String> references = new TreeMap<>();
        request.author().ifPresent(author -> references.put("author", author));
        request.organization().ifPresent(organization -> references.put("organization", organization));
        request.inputs().forEach((name, value) -> {
            if (value instanceof Reference reference) {
                references.put("input " + name, References.of(reference));
            }
        });
        Set<String> missing = references.isEmpty() ? Set.of() : store.missing(Set.copyOf(references.values()));
        references.forEach((name, reference) -> {
            if (missing.contains(reference)) {
                throw RefusedException.unfit(name, name + " names " + reference + ", which is not on this server");
            }
        });
    }

    private Bundle collected(String plan, IdType patient, ServletRequestDetails request) {
        Chart chart = charts.ofPatient(patient, null);
        CarePlan stored = chart.find(CarePlan.class, plan).orElseThrow(() -> RefusedException.notFound(plan));
        return bundles.collected(stored, chart, request.getFhirServerBase());
    }

    private static String first(Bundle answers) {
        String location = answers.getEntryFirstRep().getResponse().getLocation();
        return "CarePlan/" + new IdType(location).getIdPart();
    }
}
