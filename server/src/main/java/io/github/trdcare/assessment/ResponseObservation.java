package io.github.trdcare.assessment;

import io.github.trdcare.chart.References;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;

/** What every Observation made of a response has from it: whose, when, by whom. */
final class ResponseObservation {
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private ResponseObservation() {}

    static Observation of(QuestionnaireResponse response) {
        boolean amended = response.getStatus() == QuestionnaireResponseStatus.AMENDED;
        Observation observation = new Observation()
                .setStatus(amended ? ObservationStatus.AMENDED : ObservationStatus.FINAL)
                .setSubject(response.getSubject().copy())
                .setEffective(new DateTimeType(response.getAuthoredElement().getValueAsString()));
        observation.addCategory(new CodeableConcept(new Coding(CATEGORY, "survey", null)));
        observation.addDerivedFrom(new Reference(References.to(response)));
        if (response.hasEncounter()) {
            observation.setEncounter(response.getEncounter().copy());
        }
        if (response.hasSource()) {
            observation.addPerformer(response.getSource().copy());
        }
        response.getPartOf().stream()
                .filter(part -> "Procedure".equals(part.getReferenceElement().getResourceType()))
                .forEach(part -> observation.addPartOf(part.copy()));
        return observation;
    }
}
