package io.github.trdcare.careplan;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** Says things of the record in words; what is not known is left blank. */
public final class Worded {

    private Worded() {}

    public static String concept(CodeableConcept concept) {
        return Coded.words(concept).findFirst().orElseGet(() -> concept.getCoding().stream()
                .map(Coding::getCode)
                .filter(code -> code != null)
                .findFirst()
                .orElse("")
                .replace('-', ' '));
    }

    public static String name(List<HumanName> names) {
        return names.stream().findFirst().map(HumanName::getNameAsSingleString).orElse("");
    }

    /** A status, whichever element of the resource holds it. */
    public static String status(Resource resource) {
        return Stream.of("lifecycleStatus", "clinicalStatus", "status")
                .map(resource::getNamedProperty)
                .filter(property -> property != null && property.hasValues())
                .map(Property::getValues)
                .map(values -> status(values.get(0)))
                .findFirst()
                .orElse("");
    }

    public static String target(Type detail) {
        if (detail instanceof Quantity quantity) {
            String sign =
                    quantity.getComparator() != null ? quantity.getComparator().toCode() + " " : "";
            String unit = quantity.hasUnit() ? quantity.getUnit() : quantity.getCode();
            if (quantity.getValue() == null) {
                return "";
            }
            return sign + quantity.getValue().toPlainString() + (unit == null || unit.contains("{") ? "" : " " + unit);
        }
        return detail instanceof CodeableConcept concept ? concept(concept) : primitive(detail);
    }

    public static String day(Moment moment) {
        return moment.dayKnown() ? moment.firstDay().toString() : moment.firstDay() + " or later";
    }

    public static String span(Optional<Span> span) {
        return span.map(each -> day(each.start())
                        + each.end().map(end -> " to " + day(end)).orElse(" on"))
                .orElse("");
    }

    public static String joined(Stream<String> words) {
        return words.filter(word -> !word.isBlank()).collect(Collectors.joining(", "));
    }

    private static String status(Base value) {
        return value instanceof CodeableConcept concept
                ? concept(concept)
                : Optional.ofNullable(value.primitiveValue()).orElse("");
    }

    private static String primitive(Type value) {
        String text = value == null ? null : value.primitiveValue();
        return text == null ? "" : text;
    }
}
