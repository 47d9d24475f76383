package io.github.trdcare.assessment;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;

/** Reads a scale from answered questionnaires. */
final class AnsweredForms {
    private static final Set<QuestionnaireResponseStatus> FINISHED =
            EnumSet.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

    private final Chart chart;
    private final List<Scale> scales;

    AnsweredForms(Chart chart, List<Scale> scales) {
        this.chart = chart;
        this.scales = scales;
    }

    List<Reading> readings(Scale scale) {
        return chart.all(QuestionnaireResponse.class).stream()
                .filter(response -> isFinished(response) && isOf(scale, response, scales))
                .flatMap(response -> reading(scale, response).stream())
                .toList();
    }

    static boolean isFinished(QuestionnaireResponse response) {
        return FINISHED.contains(response.getStatus());
    }

    /** The scales, of those given, that a response answers. */
    static List<Scale> scalesOf(QuestionnaireResponse response, List<Scale> scales) {
        return scales.stream().filter(scale -> isOf(scale, response, scales)).toList();
    }

    /** The total that a response states itself. */
    static Optional<BigDecimal> stated(Scale scale, QuestionnaireResponse response) {
        return items(response.getItem())
                .filter(item -> scale.totalLinkIds().contains(linkId(item)))
                .flatMap(item -> points(scale, item).stream())
                .findFirst();
    }

    /** The answers to one question. */
    static List<Type> answered(QuestionnaireResponse response, String linkId) {
        return items(response.getItem())
                .filter(item -> linkId.equals(item.getLinkId()))
                .flatMap(item -> item.getAnswer().stream())
                .filter(QuestionnaireResponseItemAnswerComponent::hasValue)
                .map(QuestionnaireResponseItemAnswerComponent::getValue)
                .toList();
    }

    /** The points of a response's items, by item number. */
    static Map<Integer, BigDecimal> answers(Scale scale, QuestionnaireResponse response) {
        Map<Integer, BigDecimal> answers = new TreeMap<>();
        items(response.getItem()).forEach(item -> {
            int number = scale.linkIds().indexOf(linkId(item)) + 1;
            if (number > 0) {
                points(scale, item).ifPresent(points -> answers.put(number, points));
            }
        });
        return answers;
    }

    private Optional<Reading> reading(Scale scale, QuestionnaireResponse response) {
        Map<Integer, BigDecimal> answers = answers(scale, response);
        Optional<BigDecimal> stated = stated(scale, response);
        if (answers.isEmpty() && stated.isEmpty() && !scale.questionnaire().equals(form(response))) {
            return Optional.empty();
        }
        Optional<ItemSum> sum =
                answers.isEmpty() && stated.isPresent() ? Optional.empty() : Optional.of(ItemSum.of(scale, answers));
        String reference = References.to(response);
        return chart.start(response.getAuthoredElement())
                .map(when -> new Reading(reference, when, stated, sum, true, reference));
    }

    /** By its form; a form that we do not hold, by the scale of which it asks the most items. */
    private static boolean isOf(Scale scale, QuestionnaireResponse response, List<Scale> scales) {
        boolean known = scales.stream().anyMatch(each -> each.questionnaire().equals(form(response)));
        if (known) {
            return scale.questionnaire().equals(form(response))
                    && (scale.items().size() > 0 || asked(scale, response) > 0);
        }
        return asked(scale, response) > 0
                && scales.stream()
                        .max(Comparator.comparing((Scale each) -> asked(each, response))
                                .thenComparing(each -> -each.items().size())
                                .thenComparing(Scale::key))
                        .filter(scale::equals)
                        .isPresent();
    }

    private static long asked(Scale scale, QuestionnaireResponse response) {
        return items(response.getItem())
                .map(AnsweredForms::linkId)
                .distinct()
                .filter(id ->
                        scale.linkIds().contains(id) || scale.totalLinkIds().contains(id))
                .count();
    }

    private static String form(QuestionnaireResponse response) {
        String canonical = response.hasQuestionnaire() ? response.getQuestionnaire() : "";
        return canonical.split("\\|", 2)[0];
    }

    private static Stream<QuestionnaireResponseItemComponent> items(List<QuestionnaireResponseItemComponent> items) {
        return items.stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(item),
                        Stream.concat(
                                items(item.getItem()),
                                item.getAnswer().stream().flatMap(answer -> items(answer.getItem())))));
    }

    /** LOINC's own forms write {@code /44250-9}. */
    private static String linkId(QuestionnaireResponseItemComponent item) {
        String id = item.hasLinkId() ? item.getLinkId() : "";
        return id.startsWith("/") ? id.substring(1) : id;
    }

    private static Optional<BigDecimal> points(Scale scale, QuestionnaireResponseItemComponent item) {
        return item.getAnswer().stream()
                .flatMap(answer -> ItemPoints.of(answer.getValue(), scale.answers()).stream())
                .findFirst();
    }
}
