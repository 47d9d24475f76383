package io.github.trdcare.careplan.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.door.Asked;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.Outside;
import io.github.trdcare.door.RefusedException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.fhir.cr.hapi.common.IPlanDefinitionProcessorFactory;
import org.opencds.cqf.fhir.utility.monad.Either3;
import org.opencds.cqf.fhir.utility.monad.Eithers;
import org.springframework.stereotype.Component;

/** The standard's way from a protocol to a proposal; nothing is stored. */
@Component
class ApplyProvider implements OperationProvider {
    private static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply";

    private final Charts charts;
    private final IPlanDefinitionProcessorFactory protocols;

    ApplyProvider(Charts charts, IPlanDefinitionProcessorFactory protocols) {
        this.charts = charts;
        this.protocols = protocols;
    }

    /** A stored protocol. */
    @Operation(name = "$apply", typeName = "PlanDefinition", idempotent = true, canonicalUrl = DEFINITION)
    public IBaseResource stored(
            @IdParam IIdType id,
            @OperationParam(name = "subject", max = 1) @Nullable StringType subject,
            @OperationParam(name = "encounter", max = 1) @Nullable StringType encounter,
            @OperationParam(name = "practitioner", max = 1) @Nullable StringType practitioner,
            @OperationParam(name = "organization", max = 1) @Nullable StringType organization,
            RequestDetails request) {
        PlanDefinition protocol = charts.read(PlanDefinition.class, id);
        return applied(Eithers.forRight3(protocol), subject, encounter, practitioner, organization, request);
    }

    /** A protocol in the request. */
    @Operation(name = "$apply", typeName = "PlanDefinition", idempotent = true, canonicalUrl = DEFINITION)
    public IBaseResource given(
            @OperationParam(name = "planDefinition", max = 1) @Nullable PlanDefinition protocol,
            @OperationParam(name = "subject", max = 1) @Nullable StringType subject,
            @OperationParam(name = "encounter", max = 1) @Nullable StringType encounter,
            @OperationParam(name = "practitioner", max = 1) @Nullable StringType practitioner,
            @OperationParam(name = "organization", max = 1) @Nullable StringType organization,
            RequestDetails request) {
        if (protocol == null) {
            throw RefusedException.unfit(
                    "planDefinition", "A PlanDefinition is expected in the parameter planDefinition");
        }
        return applied(Eithers.forRight3(protocol), subject, encounter, practitioner, organization, request);
    }

    private IBaseResource applied(
            Either3<CanonicalType, IIdType, PlanDefinition> protocol,
            @Nullable StringType subject,
            @Nullable StringType encounter,
            @Nullable StringType practitioner,
            @Nullable StringType organization,
            RequestDetails request) {
        String patient = charts.patient("subject", Asked.text(subject));
        return Outside.answer("planDefinition", () -> protocols
                .create(request)
                .apply(
                        protocol,
                        patient,
                        Asked.text(encounter).orElse(null),
                        Asked.text(practitioner).orElse(null),
                        Asked.text(organization).orElse(null),
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
