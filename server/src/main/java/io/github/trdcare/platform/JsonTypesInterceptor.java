package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.trdcare.structure.Finding;
import io.github.trdcare.structure.JsonTypes;
import java.io.IOException;
import java.util.List;

/** Refuses a JSON body whose values have other types than FHIR writes, before the parser guesses what they mean. */
@Interceptor
class JsonTypesInterceptor {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body is read, and not parsed yet; one that is broken is left to the parser to report. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) throws IOException {
        String type = request.getHeader(Constants.HEADER_CONTENT_TYPE);
        if (type == null || !type.contains("json") || type.contains("json-patch")) {
            return;
        }
        List<Finding> findings;
        try {
            findings = new JsonTypes(request.getFhirContext()).findings(JSON.readTree(request.loadRequestContents()));
        } catch (JacksonException broken) {
            return;
        }
        if (!findings.isEmpty()) {
            throw RefusalTranslator.unreadable(findings);
        }
    }
}
