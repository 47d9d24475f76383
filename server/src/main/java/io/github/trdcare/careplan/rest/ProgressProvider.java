package io.github.trdcare.careplan.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import io.github.trdcare.careplan.PlanProgress;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.Parts;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.knowledge.Knowledge;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a plan is. */
@Component
class ProgressProvider implements OperationProvider {
    private final Charts charts;
    private final PlanProgress progress;

    ProgressProvider(Charts charts, Knowledge knowledge) {
        this.charts = charts;
        this.progress = new PlanProgress(knowledge);
    }

    /** Each goal with its latest measure, each activity with its status, and what is overdue. */
    @Operation(
            name = "$progress",
            typeName = "CarePlan",
            idempotent = true,
            canonicalUrl = Ours.BASE + "/OperationDefinition/progress")
    public Parameters progress(
            @IdParam IIdType plan, @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf) {
        CarePlan asked = charts.read(CarePlan.class, plan);
        Chart chart = charts.about(asked.getSubject(), asOf);
        CarePlan standing = chart.find(CarePlan.class, References.to(asked))
                .orElseThrow(() -> RefusedException.unfitRecord(
                        "CarePlan.status", References.to(asked) + " was entered in error and has no progress"));
        Parameters answer = new Parameters();
        ProgressParts.write(Parts.of(answer), progress.of(standing, chart));
        return answer;
    }
}
