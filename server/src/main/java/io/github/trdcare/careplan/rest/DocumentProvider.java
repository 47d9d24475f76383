package io.github.trdcare.careplan.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.careplan.PlanDocument;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.model.ResourceType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a plan out as a document. */
@Component
class DocumentProvider implements OperationProvider {
    private final Charts charts;
    private final ResourceStore store;
    private final Clock clock;
    private final PlanDocument document;

    DocumentProvider(Charts charts, ResourceStore store, Clock clock, Knowledge knowledge) {
        this.charts = charts;
        this.store = store;
        this.clock = clock;
        this.document = new PlanDocument(knowledge);
    }

    /** The plan with all that it rests on, as a document. */
    @Operation(
            name = "$care-plan-document",
            typeName = "CarePlan",
            idempotent = true,
            canonicalUrl = Ours.BASE + "/OperationDefinition/care-plan-document")
    public Bundle document(
            @IdParam IIdType id,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            ServletRequestDetails request) {
        CarePlan plan = charts.read(CarePlan.class, id);
        Chart chart = charts.about(plan.getSubject(), asOf);
        Map<String, Resource> known = new HashMap<>();
        chart.all(Resource.class).forEach(each -> known.put(References.to(each), each));
        Map<String, Optional<Resource>> further = new HashMap<>();
        return document.of(plan, chart, clock.instant(), request.getFhirServerBase(), reference -> Optional.ofNullable(
                        known.get(reference))
                .or(() -> further.computeIfAbsent(reference, this::read)));
    }

    /** People and places stand outside of a patient's record. */
    private Optional<Resource> read(String reference) {
        IdType id = new IdType(reference);
        return isKnownType(id.getResourceType())
                ? store.read(
                                ResourceFactory.createResource(id.getResourceType())
                                        .getClass(),
                                id.getIdPart())
                        .map(Resource.class::cast)
                : Optional.empty();
    }

    private static boolean isKnownType(String type) {
        for (ResourceType each : ResourceType.values()) {
            if (each.name().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
