package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.exchange.bulk.ExportWish.Level;
import java.io.IOException;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code $export} of the Bulk Data specification: of everything, of patients, of a group. */
@Component
@ConditionalOnProperty(name = "trd.bulk.enabled", matchIfMissing = true)
class ExportProvider implements OperationProvider {
    private static final String BULK = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/";
    private static final String STATUS = "$export-poll-status";

    private final ExportRequest requests;
    private final Desk desk;

    ExportProvider(ExportRequest requests, Desk desk) {
        this.requests = requests;
        this.desk = desk;
    }

    /** All that is stored. */
    @Operation(name = "$export", idempotent = true, manualResponse = true, canonicalUrl = BULK + "export")
    public void ofSystem(ServletRequestDetails request) throws IOException {
        begin(request, Level.SYSTEM, "");
    }

    /** All that is about patients: all of them, or those of {@code patient}. */
    @Operation(
            name = "$export",
            typeName = "Patient",
            idempotent = true,
            manualResponse = true,
            canonicalUrl = BULK + "patient-export")
    public void ofPatients(ServletRequestDetails request) throws IOException {
        begin(request, Level.PATIENT, "");
    }

    /** All that is about one patient. */
    @Operation(
            name = "$export",
            typeName = "Patient",
            idempotent = true,
            manualResponse = true,
            canonicalUrl = BULK + "patient-export")
    public void ofPatient(@IdParam IIdType id, ServletRequestDetails request) throws IOException {
        begin(request, Level.PATIENT, id.getIdPart());
    }

    /** All that is about the members of a group. */
    @Operation(
            name = "$export",
            typeName = "Group",
            idempotent = true,
            manualResponse = true,
            canonicalUrl = BULK + "group-export")
    public void ofGroup(@IdParam IIdType id, ServletRequestDetails request) throws IOException {
        begin(request, Level.GROUP, id.getIdPart());
    }

    /** How far an export is, and its files; DELETE ends it or lets them go. */
    @Operation(name = STATUS, idempotent = true, manualResponse = true, deleteEnabled = true)
    public void status(ServletRequestDetails request) throws IOException {
        desk.answer(request, Job.Kind.EXPORT);
    }

    private void begin(ServletRequestDetails request, Level level, String id) throws IOException {
        Prefer.async(request);
        ExportWish wish = requests.read(Words.of(request), level, id);
        desk.begin(request, Job.Kind.EXPORT, wish.json(), STATUS, job -> desk.add(job, Part.Kind.PLAN, "", 0, ""));
    }
}
