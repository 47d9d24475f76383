package io.github.trdcare.assessment.rest;

import ca.uhn.fhir.repository.IRepository;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.Outside;
import io.github.trdcare.door.RefusedException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.fhir.cr.hapi.common.IQuestionnaireProcessorFactory;
import org.opencds.cqf.fhir.utility.monad.Either3;
import org.opencds.cqf.fhir.utility.monad.Eithers;
import org.springframework.stereotype.Component;

/** Fills in a form with what is on record, as its guide (SDC) describes; nothing is stored. */
@Component
class PopulateProvider implements OperationProvider {
    private static final String DEFINITION = "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-populate";

    private final Charts charts;
    private final IQuestionnaireProcessorFactory forms;

    PopulateProvider(Charts charts, IQuestionnaireProcessorFactory forms) {
        this.charts = charts;
        this.forms = forms;
    }

    /** A stored form. */
    @Operation(name = "$populate", typeName = "Questionnaire", canonicalUrl = DEFINITION)
    public IBaseResource stored(
            @IdParam IIdType id,
            @OperationParam(name = "subject", max = 1) @Nullable ParametersParameterComponent subject,
            @OperationParam(name = "context") @Nullable List<ParametersParameterComponent> context,
            RequestDetails request) {
        return populated(charts.read(Questionnaire.class, id), subject, context, request);
    }

    /** A form in the request. */
    @Operation(name = "$populate", typeName = "Questionnaire", canonicalUrl = DEFINITION)
    public IBaseResource given(
            @OperationParam(name = "questionnaire", max = 1) @Nullable Questionnaire form,
            @OperationParam(name = "subject", max = 1) @Nullable ParametersParameterComponent subject,
            @OperationParam(name = "context") @Nullable List<ParametersParameterComponent> context,
            RequestDetails request) {
        if (form == null) {
            throw RefusedException.unfit("questionnaire", "A Questionnaire is expected in the parameter questionnaire");
        }
        return populated(form, subject, context, request);
    }

    private IBaseResource populated(
            Questionnaire form,
            @Nullable ParametersParameterComponent subject,
            @Nullable List<ParametersParameterComponent> context,
            RequestDetails request) {
        String patient = charts.patient(
                "subject",
                Optional.ofNullable(subject)
                        .map(ParametersParameterComponent::getValue)
                        .map(PopulateProvider::reference));
        Either3<CanonicalType, IIdType, Questionnaire> asked = Eithers.forRight3(form);
        IRepository ofThisServer = null;
        return Outside.answer("questionnaire", () -> forms.create(request)
                .populate(asked, patient, context, null, null, true, ofThisServer, ofThisServer, ofThisServer));
    }

    private static String reference(Type subject) {
        return subject instanceof Reference reference ? References.of(reference) : subject.primitiveValue();
    }
}
