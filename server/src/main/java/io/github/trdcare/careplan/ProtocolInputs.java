package io.github.trdcare.careplan;

import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.chart.Units;
import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** The values that a request gives to the inputs of a protocol. */
final class ProtocolInputs {
    private final Map<String, Type> values;

    ProtocolInputs(Map<String, Type> values) {
        this.values = values;
    }

    /** What is missing, unknown or of another kind than asked. */
    List<Refusal> check(List<ProtocolInput> declared, Row further) {
        List<Refusal> refusals = new ArrayList<>();
        for (ProtocolInput input : declared) {
            Optional<Type> value = value(input.name());
            if (value.isPresent()) {
                wrong(input, value.get(), further).ifPresent(refusals::add);
            } else if (input.required()) {
                refusals.add(refusal(
                        "input-missing", input.name(), "The input " + input.name() + " is missing", asked(input)));
            }
        }
        String known = declared.stream().map(ProtocolInput::name).collect(Collectors.joining(", "));
        values.keySet().stream()
                .filter(name ->
                        declared.stream().noneMatch(input -> input.name().equals(name)))
                .forEach(name -> refusals.add(refusal(
                        "input-unknown", name, "The protocol has no input " + name, known.isEmpty() ? "none" : known)));
        return refusals;
    }

    /** The references of all inputs, by their names. */
    Map<String, String> references() {
        return values.entrySet().stream()
                .filter(value -> value.getValue() instanceof Reference)
                .collect(Collectors.toMap(Map.Entry::getKey, value -> References.of((Reference) value.getValue())));
    }

    Optional<String> reference(String name) {
        return Optional.ofNullable(references().get(name));
    }

    Optional<BigDecimal> number(String name) {
        return text(name).map(BigDecimal::new);
    }

    Optional<Integer> whole(String name) {
        return number(name).map(BigDecimal::intValueExact);
    }

    Optional<String> text(String name) {
        return value(name).map(Type::primitiveValue);
    }

    Optional<Quantity> quantity(String name) {
        return value(name).filter(Quantity.class::isInstance).map(Quantity.class::cast);
    }

    /** Each input in words, for the plan's narrative. */
    List<String> words() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + words(value.getValue()))
                .sorted()
                .toList();
    }

    private Optional<Type> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static String words(Type value) {
        if (value instanceof Reference reference) {
            return References.of(reference);
        }
        return value instanceof Quantity quantity
                ? quantity.getValue().toPlainString() + " " + quantity.getCode()
                : value.primitiveValue() + "";
    }

    private static Optional<Refusal> wrong(ProtocolInput input, Type value, Row further) {
        if (!input.fits(value)) {
            return Optional.of(refusal(
                    "input-type", input.name(), "The input " + input.name() + " is of the wrong type", asked(input)));
        }
        return further.optionalRow(input.name())
                .flatMap(row -> right(row, value))
                .map(right -> refusal(
                        "input-value",
                        input.name(),
                        "The input " + input.name() + " has a value that does not fit",
                        right));
    }

    /** What the value should be, when it is not. */
    private static Optional<String> right(Row row, Type value) {
        row.only("resource", "codes", "unit", "source");
        if (value instanceof Reference reference) {
            String type = row.text("resource");
            return Optional.of("a reference as in " + type + "/1")
                    .filter(right -> !References.of(reference).startsWith(type + "/"));
        }
        if (value instanceof Quantity quantity) {
            String unit = row.text("unit");
            return Optional.of("an amount above zero in " + unit).filter(right -> Units.in(quantity, unit)
                    .filter(amount -> amount.signum() > 0)
                    .isEmpty());
        }
        List<String> codes = row.texts("codes");
        return Optional.of("one of " + String.join(", ", codes))
                .filter(right -> !codes.contains(value.primitiveValue()));
    }

    private static String asked(ProtocolInput input) {
        return "a " + input.type() + " (" + input.text() + ")";
    }

    static Refusal refusal(String code, String input, String text, String right) {
        return Refusal.content(
                code, "Parameters.parameter.where(name = 'input' and part.value = '" + input + "')", text, right);
    }
}
