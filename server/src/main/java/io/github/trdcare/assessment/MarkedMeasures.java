package io.github.trdcare.assessment;

import io.github.trdcare.chart.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Type;

/** The answers that a form marks as Observations of their own, as its guide (SDC) describes. */
final class MarkedMeasures {
    private static final String MARK =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract";
    private static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

    private MarkedMeasures() {}

    static List<Observation> of(Questionnaire form, QuestionnaireResponse response) {
        return items(form.getItem())
                .filter(MarkedMeasures::isMarked)
                .flatMap(item -> AnsweredForms.answered(response, item.getLinkId()).stream()
                        .map(answer -> measure(item, answer, response)))
                .toList();
    }

    private static Observation measure(QuestionnaireItemComponent item, Type answer, QuestionnaireResponse response) {
        Observation observation = ResponseObservation.of(response);
        CodeableConcept code = new CodeableConcept().setText(item.getText());
        item.getCode().forEach(coding -> code.addCoding(coding.copy()));
        return observation.setCode(code).setValue(value(item, answer));
    }

    private static Type value(QuestionnaireItemComponent item, Type answer) {
        if (answer instanceof Coding coding) {
            return new CodeableConcept(coding.copy());
        }
        if (answer instanceof DecimalType || answer instanceof IntegerType) {
            Quantity quantity = new Quantity().setValue(new java.math.BigDecimal(answer.primitiveValue()));
            unit(item)
                    .ifPresent(
                            unit -> quantity.setUnit(unit).setSystem(Units.UCUM).setCode(unit));
            return quantity;
        }
        return answer.copy();
    }

    private static Optional<String> unit(QuestionnaireItemComponent item) {
        return Optional.ofNullable(item.getExtensionByUrl(UNIT))
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .map(coding -> ((Coding) coding).getCode());
    }

    private static boolean isMarked(QuestionnaireItemComponent item) {
        return item.hasCode()
                && Optional.ofNullable(item.getExtensionByUrl(MARK))
                        .map(mark -> mark.getValue().primitiveValue())
                        .filter("true"::equals)
                        .isPresent();
    }

    private static Stream<QuestionnaireItemComponent> items(List<QuestionnaireItemComponent> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), items(item.getItem())));
    }
}
