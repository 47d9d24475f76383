package io.github.trdcare.careplan.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.careplan.PlanDocument;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.knowledge.Knowledge;
import java.time.Clock;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a plan out as a document. */
@Component
class DocumentProvider implements OperationProvider {
    private final Charts charts;
    private final Clock clock;
    private final PlanDocument document;

    DocumentProvider(Charts charts, Clock clock, Knowledge knowledge) {
        this.charts = charts;
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
        return document.of(plan, chart, clock.instant(), request.getFhirServerBase(), charts.around(chart));
    }
}
