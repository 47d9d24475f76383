package io.github.trdcare.assessment;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Units;
import io.github.trdcare.knowledge.Knowledge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Takes totals and measures out of a finished response. A total holds its items as components: alone they would count for
 * every scale that asks them too.
 */
public final class Extraction {
    private static final String SCORE = "{score}";

    private final Scales scales;

    public Extraction(Knowledge knowledge) {
        this.scales = Scales.read(knowledge);
    }

    /** The form is needed for the measures that it marks; scales are known without it. */
    public Extracted of(QuestionnaireResponse response, Optional<Questionnaire> form) {
        if (!AnsweredForms.isFinished(response)) {
            return new Extracted(
                    List.of(),
                    List.of(Finding.of(
                                    "score",
                                    "The response is not finished, so that nothing is taken out of it",
                                    References.to(response))
                            .with("unfinished")));
        }
        List<Finding> missing = new ArrayList<>();
        List<Scale> asked = AnsweredForms.scalesOf(response, scales.all());
        Stream<Observation> totals = asked.stream().flatMap(scale -> total(scale, response, missing).stream());
        Stream<Observation> measures = form.stream()
                .flatMap(each -> MarkedMeasures.of(each, response).stream())
                .filter(measure -> asked.stream().noneMatch(scale -> Coded.isAny(measure.getCode(), scale.totals())));
        return new Extracted(Stream.concat(totals, measures).toList(), missing);
    }

    private Optional<Observation> total(Scale scale, QuestionnaireResponse response, List<Finding> missing) {
        Map<Integer, BigDecimal> answers = AnsweredForms.answers(scale, response);
        ItemSum sum = ItemSum.of(scale, answers);
        Optional<BigDecimal> total = answers.isEmpty() ? AnsweredForms.stated(scale, response) : sum.total();
        if (total.isEmpty()) {
            missing.add(Assessment.unscored(
                    scale, scales.incompleteUpTo(), sum.unanswered(), List.of(References.to(response))));
            return Optional.empty();
        }
        if (!scale.inRange(total.get())) {
            missing.add(Finding.of("score", scale.title() + " total lies outside its scale", References.to(response))
                    .with(total.get()));
            return Optional.empty();
        }
        Observation observation = ResponseObservation.of(response);
        observation.getMeta().addProfile(Ours.definition("trd-rating-score"));
        observation.setCode(concept(scale.totals().get(0)).setText(scale.title() + " total score"));
        observation.setValue(points(total.get()));
        answers.forEach((item, value) ->
                observation.addComponent().setCode(item(scale, item)).setValue(points(value)));
        return Optional.of(observation);
    }

    /** An item that has no code of its own is named by its number. */
    private static CodeableConcept item(Scale scale, int number) {
        String item = scale.items().get(number - 1);
        return item.contains("|") ? concept(item) : new CodeableConcept().setText(scale.title() + " item " + number);
    }

    private static CodeableConcept concept(String code) {
        int bar = code.lastIndexOf('|');
        return new CodeableConcept(new Coding(code.substring(0, bar), code.substring(bar + 1), null));
    }

    private static Quantity points(BigDecimal value) {
        return new Quantity()
                .setValue(value)
                .setUnit(SCORE)
                .setSystem(Units.UCUM)
                .setCode(SCORE);
    }
}
