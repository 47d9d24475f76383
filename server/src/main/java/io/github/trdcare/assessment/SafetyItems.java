package io.github.trdcare.assessment;

import io.github.trdcare.assessment.Scale.SafetyItem;
import io.github.trdcare.chart.Coded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** Finds alarming answers to the items about suicide, by their code alone: in forms, panels and single items. */
public final class SafetyItems {
    private final List<Scale> scales;

    public SafetyItems(Scales scales) {
        this.scales = scales.all().stream()
                .filter(scale ->
                        scale.safetyItem().isPresent() && !scale.items().isEmpty())
                .toList();
    }

    /** An answer at or above the item's limit. */
    public record Alarm(Scale scale, int item, BigDecimal points) {}

    /** The alarming answers of one resource, whatever else it lacks. */
    public List<Alarm> in(Resource resource) {
        return scales.stream()
                .flatMap(scale -> points(scale, resource).stream()
                        .filter(points -> points.compareTo(limit(scale).min()) >= 0)
                        .map(points -> new Alarm(scale, limit(scale).item(), points)))
                .toList();
    }

    private static SafetyItem limit(Scale scale) {
        return scale.safetyItem().orElseThrow();
    }

    private static Optional<BigDecimal> points(Scale scale, Resource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            Map<Integer, BigDecimal> answers = AnsweredForms.answers(scale, response);
            return Optional.ofNullable(answers.get(limit(scale).item()));
        }
        return resource instanceof Observation observation ? observed(scale, observation) : Optional.empty();
    }

    private static Optional<BigDecimal> observed(Scale scale, Observation observation) {
        String code = scale.items().get(limit(scale).item() - 1);
        Stream<BigDecimal> own = Coded.is(observation.getCode(), code)
                ? ItemPoints.of(observation.getValue(), scale.answers()).stream()
                : Stream.empty();
        Stream<BigDecimal> parts = observation.getComponent().stream()
                .filter(part -> Coded.is(part.getCode(), code))
                .flatMap(part -> ItemPoints.of(part.getValue(), scale.answers()).stream());
        return Stream.concat(own, parts).max(BigDecimal::compareTo);
    }
}
