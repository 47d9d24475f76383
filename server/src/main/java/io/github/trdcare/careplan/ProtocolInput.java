package io.github.trdcare.careplan;

import io.github.trdcare.chart.Ours;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Something that a protocol asks of whoever instantiates it.
 *
 * @param type FHIR type of the value
 * @param text what is asked, in words
 */
record ProtocolInput(String name, String type, boolean required, String text) {

    static List<ProtocolInput> of(PlanDefinition protocol) {
        return protocol.getExtensionsByUrl(Ours.definition("instantiate-input")).stream()
                .map(ProtocolInput::of)
                .toList();
    }

    /** Whether the value has the type asked for, or one that holds no more and no less. */
    boolean fits(Type value) {
        return switch (type) {
            case "decimal" ->
                number(value).filter(number -> number.signum() > 0).isPresent();
            case "positiveInt" ->
                value instanceof IntegerType
                        && number(value).filter(number -> number.signum() > 0).isPresent();
            case "string", "code" ->
                (value instanceof StringType || value instanceof CodeType)
                        && !value.primitiveValue().isBlank();
            default -> type.equals(value.fhirType());
        };
    }

    private static Optional<BigDecimal> number(Type value) {
        return value instanceof DecimalType || value instanceof IntegerType
                ? Optional.ofNullable(value.primitiveValue()).map(BigDecimal::new)
                : Optional.empty();
    }

    private static ProtocolInput of(Extension input) {
        return new ProtocolInput(
                text(input, "name"),
                text(input, "type"),
                Boolean.parseBoolean(text(input, "required")),
                text(input, "text"));
    }

    private static String text(Extension input, String part) {
        return Optional.ofNullable(input.getExtensionByUrl(part))
                .map(Extension::getValue)
                .map(Type::primitiveValue)
                .orElse("");
    }
}
