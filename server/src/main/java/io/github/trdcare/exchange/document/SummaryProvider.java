package io.github.trdcare.exchange.document;

import ca.uhn.fhir.model.valueset.BundleTypeEnum;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.door.Asked;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.knowledge.Knowledge;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a patient's record out as an International Patient Summary. */
@Component
class SummaryProvider implements OperationProvider {
    private static final String PROFILE = "http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips";

    private final Charts charts;
    private final Clock clock;
    private final PatientSummary summary;

    SummaryProvider(Charts charts, Clock clock, Knowledge knowledge) {
        this.charts = charts;
        this.clock = clock;
        this.summary = new PatientSummary(knowledge);
    }

    /** Of a patient by id, or by a number that one patient alone has. */
    @Operation(
            name = "$summary",
            typeName = "Patient",
            idempotent = true,
            bundleType = BundleTypeEnum.DOCUMENT,
            canonicalUrl = "http://hl7.org/fhir/uv/ips/OperationDefinition/summary")
    public Bundle summary(
            @IdParam(optional = true) @Nullable IIdType id,
            @OperationParam(name = "identifier", max = 1) @Nullable StringType identifier,
            @OperationParam(name = "profile", max = 1) @Nullable UriType profile,
            ServletRequestDetails request) {
        Asked.text(profile).filter(asked -> !asked.equals(PROFILE)).ifPresent(other -> {
            throw RefusedException.unfit("profile", "The server writes summaries of " + PROFILE + " only");
        });
        Optional<String> number = Asked.text(identifier);
        if (id != null && number.isPresent()) {
            throw RefusedException.unreadable(
                    "identifier",
                    "The patient is named twice: by the address and by identifier. One of them is enough");
        }
        IIdType named = id != null ? id : known(number).getIdElement();
        Chart chart = charts.ofPatient(named, null);
        Patient patient = chart.all(Patient.class).stream()
                .filter(each -> each.getIdElement().getIdPart().equals(named.getIdPart()))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("Patient/" + named.getIdPart()));
        return summary.of(patient, chart, clock.instant(), request.getFhirServerBase(), charts.around(chart));
    }

    private Patient known(Optional<String> number) {
        String token = number.orElseThrow(() -> RefusedException.unreadable(
                "identifier", "Whose summary? Ask Patient/id/$summary, or give identifier as system|value"));
        if (token.endsWith("|")) {
            throw RefusedException.unreadable("identifier", "The identifier has no value; right would be system|value");
        }
        String literal = token.replace("\\", "\\\\").replace(",", "\\,").replace("$", "\\$");
        List<Patient> found = charts.find(Patient.class, "identifier=" + UrlUtil.escapeUrlParam(literal));
        if (found.isEmpty()) {
            throw RefusedException.notFound("Patient with this identifier");
        }
        if (found.size() > 1) {
            throw RefusedException.unfit(
                    "identifier",
                    "More than one patient has this identifier. Give it with its system, or ask Patient/id/$summary");
        }
        return found.get(0);
    }
}
