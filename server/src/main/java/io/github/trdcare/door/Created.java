package io.github.trdcare.door;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.chart.References;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.hl7.fhir.r4.model.Resource;

/** Lets an operation that has stored something new answer as a create does: 201, and where it stands. */
public final class Created {

    private Created() {}

    /** HAPI answers operations with 200; only that is turned into 201, so that a failure on the way stays one. */
    public static void at(Resource resource, ServletRequestDetails request) {
        HttpServletResponse response = request.getServletResponse();
        response.setHeader(
                "Location",
                request.getFhirServerBase() + "/" + References.to(resource) + "/_history/"
                        + resource.getMeta().getVersionId());
        request.setServletResponse(new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                super.setStatus(status == SC_OK ? SC_CREATED : status);
            }
        });
    }
}
