package io.github.trdcare.eligibility.rest;

import io.github.trdcare.chart.Coded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** A record in a line that a reader without a FHIR viewer understands: what, which value, when. */
final class RecordWords {
    private static final List<String> WHAT = List.of("code", "medication[x]", "type", "vaccineCode", "category");
    private static final List<String> WHEN = List.of(
            "effective[x]",
            "performed[x]",
            "onset[x]",
            "period",
            "authored",
            "authoredOn",
            "date",
            "created",
            "birthDate");

    private RecordWords() {}

    static String of(Resource resource) {
        return Stream.of(what(resource), value(resource), when(resource))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> what(Resource resource) {
        if (resource instanceof QuestionnaireResponse form && form.hasQuestionnaire()) {
            return Optional.of("Answers to " + name(form.getQuestionnaire()));
        }
        return first(resource, WHAT)
                .filter(CodeableConcept.class::isInstance)
                .flatMap(concept -> Coded.words((CodeableConcept) concept).findFirst())
                .or(() -> Optional.of(resource.fhirType()));
    }

    private static Optional<String> value(Resource resource) {
        return first(resource, List.of("value[x]"))
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .filter(Quantity::hasValue)
                .map(quantity -> quantity.getValue().toPlainString());
    }

    private static Optional<String> when(Resource resource) {
        return first(resource, WHEN).flatMap(RecordWords::moment);
    }

    private static Optional<String> moment(Base when) {
        if (when instanceof Period period) {
            String start = day(period.getStartElement().getValueAsString());
            String end = day(period.getEndElement().getValueAsString());
            return start.equals(end) ? Optional.of(start) : Optional.of(start + " to " + end);
        }
        return Optional.ofNullable(when.primitiveValue()).map(RecordWords::day);
    }

    private static String day(String moment) {
        return moment == null ? "…" : moment.split("T")[0];
    }

    private static Optional<Base> first(Resource resource, List<String> elements) {
        return elements.stream()
                .flatMap(element -> Optional.ofNullable(resource.getNamedProperty(element)).stream())
                .map(Property::getValues)
                .filter(values -> !values.isEmpty())
                .map(values -> values.get(0))
                .findFirst();
    }

    private static String name(String canonical) {
        return canonical.split("\\|")[0].replaceAll(".*/", "").replace('-', ' ');
    }
}
