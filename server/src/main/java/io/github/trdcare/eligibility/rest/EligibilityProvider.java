package io.github.trdcare.eligibility.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.Asked;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.Parts;
import io.github.trdcare.eligibility.CoveragePolicy;
import io.github.trdcare.eligibility.Eligibility;
import io.github.trdcare.eligibility.EligibilityVerdict;
import io.github.trdcare.eligibility.Packet;
import io.github.trdcare.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a payer's policy for TMS is met, and the evidence for the payer's desk. */
@Component
class EligibilityProvider implements OperationProvider {
    private static final String DEFAULT_POLICY = "ctmss";

    private final Charts charts;
    private final Eligibility eligibility;
    private final Map<String, CoveragePolicy> policies;

    EligibilityProvider(Charts charts, Knowledge knowledge) {
        this.charts = charts;
        this.eligibility = new Eligibility(knowledge);
        this.policies = CoveragePolicy.read(knowledge);
    }

    /** Every criterion with its status and evidence, the contraindications, and on demand the packet. */
    @Operation(
            name = "$tms-eligibility",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = Ours.BASE + "/OperationDefinition/tms-eligibility")
    public Parameters eligibility(
            @IdParam IIdType patient,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            @OperationParam(name = "condition", max = 1) @Nullable IdType condition,
            @OperationParam(name = "policy", max = 1) @Nullable CodeType policy,
            @OperationParam(name = "packet", max = 1) @Nullable BooleanType packet,
            RequestDetails request) {
        CoveragePolicy asked = Asked.named("policy", policy, DEFAULT_POLICY, policies);
        Chart chart = charts.ofPatient(patient, asOf);
        EligibilityVerdict verdict = eligibility.of(chart, asked, Asked.condition(condition, chart));
        Parameters answer = new Parameters();
        EligibilityParts.write(Parts.of(answer), verdict);
        if (packet != null && packet.booleanValue()) {
            answer.addParameter()
                    .setName("packet")
                    .setResource(
                            new PacketBundle(chart, verdict, request.getFhirServerBase()).of(records(chart, verdict)));
        }
        return answer;
    }

    /** People, places and devices may stand outside of the record; a role names a further one of each. */
    private List<Resource> records(Chart chart, EligibilityVerdict verdict) {
        List<Resource> records = new ArrayList<>(Packet.of(chart, verdict));
        records.addAll(charts.all(Packet.missing(records)));
        records.addAll(charts.all(Packet.missing(records)));
        return records;
    }
}
