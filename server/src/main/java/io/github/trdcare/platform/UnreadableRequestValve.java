package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.Constants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Answers what the web server itself cannot read, such as a broken address, with an OperationOutcome and no page. */
public class UnreadableRequestValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        boolean silent = response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0;
        if (silent || !response.setErrorReported()) {
            return;
        }
        String message = "The web server cannot read this request (HTTP " + response.getStatus()
                + "): look for characters in the address that are not percent-encoded UTF-8.";
        try {
            response.setContentType(Constants.CT_FHIR_JSON_NEW);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter()
                    .write(FhirContext.forR4Cached()
                            .newJsonParser()
                            .encodeResourceToString(RefusalTranslator.outcome(IssueType.STRUCTURE, message)));
            response.finishResponse();
        } catch (IOException gone) {
            // The client is gone; there is nobody left to tell.
            getContainer().getLogger().debug(gone);
        }
    }
}
