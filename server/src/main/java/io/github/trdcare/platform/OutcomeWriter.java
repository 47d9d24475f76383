package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Answers a request that never reaches HAPI's servlet, in the format that its client reads. */
@Component
class OutcomeWriter {
    private final FhirContext context;

    OutcomeWriter(FhirContext context) {
        this.context = context;
    }

    void write(HttpServletRequest request, HttpServletResponse response, BaseServerResponseException refusal)
            throws IOException {
        boolean xml = wantsXml(request);
        IParser parser = xml ? context.newXmlParser() : context.newJsonParser();
        response.setStatus(refusal.getStatusCode());
        response.setContentType(xml ? Constants.CT_FHIR_XML_NEW : Constants.CT_FHIR_JSON_NEW);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(parser.encodeResourceToString(refusal.getOperationOutcome()));
    }

    private static boolean wantsXml(HttpServletRequest request) {
        String accept = request.getHeader(Constants.HEADER_ACCEPT);
        return accept != null && accept.contains("xml") && !accept.contains("json");
    }
}
