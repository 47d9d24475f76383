package io.github.trdcare.door;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** Reads the body of an operation that takes either its resource as it is or Parameters that hold it. */
public final class Body {

    private Body() {}

    /** No body is Parameters without a parameter. */
    public static Resource of(ServletRequestDetails request) {
        String text = new String(request.loadRequestContents(), StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return new Parameters();
        }
        EncodingEnum encoding = RestfulServerUtils.determineRequestEncodingNoDefault(request);
        return (Resource) (encoding == null ? EncodingEnum.JSON : encoding)
                .newParser(request.getFhirContext())
                .parseResource(text);
    }
}
