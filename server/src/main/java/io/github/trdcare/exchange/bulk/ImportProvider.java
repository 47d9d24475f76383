package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.OperationProvider;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code $import}: fetches files of resources from an allowed host, and stores each resource as a PUT would. */
@Component
@ConditionalOnProperty(name = "trd.bulk.enabled", matchIfMissing = true)
class ImportProvider implements OperationProvider {
    private static final String STATUS = "$import-poll-status";

    private final ImportRequest requests;
    private final Desk desk;

    ImportProvider(ImportRequest requests, Desk desk) {
        this.requests = requests;
        this.desk = desk;
    }

    /** Takes files. */
    @Operation(name = "$import", manualResponse = true, canonicalUrl = Ours.BASE + "/OperationDefinition/import")
    public void take(ServletRequestDetails request) throws IOException {
        Prefer.async(request);
        ImportWish wish = requests.read(request.getResource());
        desk.begin(request, Job.Kind.IMPORT, wish.json(), STATUS, job -> {
            for (int source = 0; source < wish.inputs().size(); source++) {
                desk.add(job, Part.Kind.FETCH, wish.inputs().get(source).type(), source, "");
            }
        });
    }

    /** How far an import is, and what it could not take; DELETE ends it, and what is stored stays. */
    @Operation(name = STATUS, idempotent = true, manualResponse = true, deleteEnabled = true)
    public void status(ServletRequestDetails request) throws IOException {
        desk.answer(request, Job.Kind.IMPORT);
    }
}
