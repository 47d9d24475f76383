package io.github.trdcare.assessment.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.door.Body;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.RefusedException;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Makes Observations of answers to a questionnaire, once for each response. */
@Component
class ExtractProvider implements OperationProvider {
    private static final String DEFINITION =
            "http://hl7.org/fhir/uv/sdc/OperationDefinition/QuestionnaireResponse-extract";
    private static final String RESPONSE = "questionnaire-response";

    private final Charts charts;
    private final Extractions extractions;

    ExtractProvider(Charts charts, Extractions extractions) {
        this.charts = charts;
        this.extractions = extractions;
    }

    /** Of a stored response. */
    @Operation(name = "$extract", typeName = "QuestionnaireResponse", canonicalUrl = DEFINITION)
    public Resource stored(@IdParam IIdType id, ServletRequestDetails request) {
        return extractions.of(charts.read(QuestionnaireResponse.class, id), request.getFhirServerBase());
    }

    /** Of the response in the body, which is stored too, or of the one that the body names. */
    @Operation(name = "$extract", typeName = "QuestionnaireResponse", canonicalUrl = DEFINITION)
    public Resource given(ServletRequestDetails request) {
        return extractions.of(response(Body.of(request)), request.getFhirServerBase());
    }

    private QuestionnaireResponse response(Resource body) {
        if (body instanceof QuestionnaireResponse response) {
            return response;
        }
        if (body instanceof Parameters parameters && parameters.hasParameter(RESPONSE)) {
            Resource resource = parameters.getParameter(RESPONSE).getResource();
            return resource instanceof QuestionnaireResponse response
                    ? response
                    : named(parameters.getParameter(RESPONSE).getValue());
        }
        throw RefusedException.unfit(
                RESPONSE, "A QuestionnaireResponse is expected as the body, or in the parameter " + RESPONSE);
    }

    private QuestionnaireResponse named(Type value) {
        String reference =
                value instanceof Reference named ? named.getReference() : value == null ? null : value.primitiveValue();
        IdType id = new IdType(reference);
        if (!id.hasIdPart() || id.hasResourceType() && !"QuestionnaireResponse".equals(id.getResourceType())) {
            throw RefusedException.unfit(RESPONSE, "A response is expected, as in QuestionnaireResponse/1");
        }
        return charts.read(QuestionnaireResponse.class, id);
    }
}
