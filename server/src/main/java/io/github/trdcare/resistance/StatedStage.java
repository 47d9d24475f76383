package io.github.trdcare.resistance;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** What a clinician's staging says, as text. */
final class StatedStage {

    private StatedStage() {}

    static String of(Observation staging) {
        Type value = staging.getValue();
        if (value instanceof Quantity quantity && quantity.hasValue()) {
            return quantity.getValue().toPlainString();
        }
        if (value instanceof CodeableConcept concept) {
            return concept.hasText()
                    ? concept.getText()
                    : concept.getCodingFirstRep().getCode() + "";
        }
        return value == null || value.primitiveValue() == null ? "" : value.primitiveValue();
    }
}
