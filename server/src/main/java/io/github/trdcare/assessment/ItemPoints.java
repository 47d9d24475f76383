package io.github.trdcare.assessment;

import io.github.trdcare.chart.Coded;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Reads the points that a value stands for: a number of any shape, or a coded answer. */
final class ItemPoints {
    private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    private static final Set<String> UNITS = Set.of("{score}", "1");

    private ItemPoints() {}

    static Optional<BigDecimal> of(Type value, Map<String, BigDecimal> answers) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream()
                    .flatMap(coding -> coded(coding, answers).stream())
                    .findFirst();
        }
        return value instanceof Coding coding ? coded(coding, answers) : number(value);
    }

    /** A number of a scale has no unit, {@code 1} or {@code {score}}; any other unit is of something else. */
    static Optional<BigDecimal> number(Type value) {
        if (value instanceof Quantity quantity) {
            return Optional.ofNullable(quantity.getValue()).filter(number -> unitless(quantity));
        }
        if (value instanceof IntegerType || value instanceof DecimalType || value instanceof StringType) {
            return Optional.ofNullable(value.primitiveValue())
                    .map(String::trim)
                    .filter(text -> text.matches("-?\\d{1,6}(\\.\\d{1,6})?"))
                    .map(BigDecimal::new);
        }
        return Optional.empty();
    }

    private static boolean unitless(Quantity quantity) {
        return (!quantity.hasUnit() || UNITS.contains(quantity.getUnit()) || UNITS.contains(quantity.getCode()))
                && (!quantity.hasCode() || UNITS.contains(quantity.getCode()));
    }

    private static Optional<BigDecimal> coded(Coding coding, Map<String, BigDecimal> answers) {
        return Optional.ofNullable(answers.get(Coded.text(coding)))
                .or(() -> Optional.ofNullable(coding.getExtensionByUrl(ORDINAL))
                        .flatMap(extension -> number(extension.getValue())));
    }
}
