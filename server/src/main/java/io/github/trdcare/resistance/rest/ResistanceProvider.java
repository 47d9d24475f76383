package io.github.trdcare.resistance.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import io.github.trdcare.assessment.Scale;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.rest.AskedScales;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.Asked;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.Parts;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.MedicationSafety;
import io.github.trdcare.resistance.Resistance;
import io.github.trdcare.resistance.ResistanceVerdict;
import io.github.trdcare.resistance.TreatmentOutcomes;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a patient's depression resists treatment, and what each treatment did. */
@Component
class ResistanceProvider implements OperationProvider {
    private static final String DEFAULT_POLICY = "consensus";

    private final Charts charts;
    private final Scales scales;
    private final Map<String, AdequacyPolicy> policies;
    private final Resistance resistance;
    private final TreatmentOutcomes outcomes;
    private final MedicationSafety medication;

    ResistanceProvider(Charts charts, Knowledge knowledge) {
        this.charts = charts;
        this.scales = Scales.read(knowledge);
        this.policies = AdequacyPolicy.read(knowledge);
        this.resistance = new Resistance(knowledge);
        this.outcomes = new TreatmentOutcomes(knowledge);
        this.medication = new MedicationSafety(knowledge);
    }

    /** Every trial with its verdict, the definition of resistance, both stagings, and what to mind about the drugs. */
    @Operation(
            name = "$treatment-resistance",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = Ours.BASE + "/OperationDefinition/treatment-resistance")
    public Parameters resistance(
            @IdParam IIdType patient,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            @OperationParam(name = "condition", max = 1) @Nullable IdType condition,
            @OperationParam(name = "policy", max = 1) @Nullable CodeType policy) {
        AdequacyPolicy asked = Asked.named("policy", policy, DEFAULT_POLICY, policies);
        Chart chart = charts.ofPatient(patient, asOf);
        Parameters answer = new Parameters();
        ResistanceParts.write(Parts.of(answer), resistance.of(chart, asked, Asked.condition(condition, chart)));
        Parts.of(answer)
                .findings("missing", medication.monitoringDue(chart))
                .findings("conflict", medication.washouts(chart));
        return answer;
    }

    /** The series of each scale, and what it says of each treatment step. */
    @Operation(
            name = "$treatment-outcomes",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = Ours.BASE + "/OperationDefinition/treatment-outcomes")
    public Parameters outcomes(
            @IdParam IIdType patient,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            @OperationParam(name = "condition", max = 1) @Nullable IdType condition,
            @OperationParam(name = "scale") @Nullable List<CodeType> scale) {
        List<Scale> asked = AskedScales.of(scale, scales);
        Chart chart = charts.ofPatient(patient, asOf);
        ResistanceVerdict verdict =
                resistance.of(chart, policies.get(DEFAULT_POLICY), Asked.condition(condition, chart));
        Parameters answer = new Parameters();
        ResistanceParts.write(Parts.of(answer), outcomes.of(chart, verdict, asked));
        return answer;
    }
}
