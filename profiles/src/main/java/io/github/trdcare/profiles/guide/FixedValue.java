package io.github.trdcare.profiles.guide;

import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** A fixed value as it is written down. */
final class FixedValue {

    private FixedValue() {}

    static String words(Type value) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().map(FixedValue::coding).collect(Collectors.joining(", "));
        }
        if (value instanceof Coding coding) {
            return coding(coding);
        }
        if (value instanceof Quantity quantity) {
            return "unit code " + quantity.getCode() + " of " + quantity.getSystem();
        }
        return value.isPrimitive() ? value.primitiveValue() : value.fhirType();
    }

    private static String coding(Coding coding) {
        return coding.getSystem() + "|" + coding.getCode();
    }
}
