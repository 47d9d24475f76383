package io.github.trdcare.assessment;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/** Reads a scale from Observations: totals, panels with components, and items that stand alone. */
final class ObservedItems {
    private static final Set<ObservationStatus> WITHOUT_RESULT =
            EnumSet.of(ObservationStatus.REGISTERED, ObservationStatus.CANCELLED);

    private final Chart chart;
    private final Scale scale;

    ObservedItems(Chart chart, Scale scale) {
        this.chart = chart;
        this.scale = scale;
    }

    List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        observations().filter(this::isTotalOrPanel).forEach(each -> when(each)
                .ifPresent(when -> readings.add(total(each, when))));
        readings.addAll(loose());
        return readings;
    }

    /** Totals whose value has a unit of something else, or none that is a number. */
    List<Observation> unusable() {
        return observations()
                .filter(each -> Coded.isAny(each.getCode(), scale.totals())
                        && each.hasValue()
                        && when(each).isPresent())
                .filter(each -> ItemPoints.number(each.getValue()).isEmpty())
                .toList();
    }

    private Stream<Observation> observations() {
        return chart.all(Observation.class).stream().filter(each -> !WITHOUT_RESULT.contains(each.getStatus()));
    }

    private boolean isTotalOrPanel(Observation each) {
        return Coded.isAny(each.getCode(), scale.totals()) || Coded.isAny(each.getCode(), scale.panels());
    }

    private Optional<Moment> when(Observation each) {
        return chart.start(each.getEffective());
    }

    private Reading total(Observation each, Moment when) {
        Map<Integer, BigDecimal> answers = new TreeMap<>();
        each.getComponent().forEach(part -> number(part.getCode())
                .ifPresent(item -> ItemPoints.of(part.getValue(), scale.answers())
                        .ifPresent(points -> answers.put(item, points))));
        return new Reading(sitting(each), when, stated(each), sum(answers), false, References.to(each));
    }

    private Optional<BigDecimal> stated(Observation each) {
        Optional<BigDecimal> own =
                Coded.isAny(each.getCode(), scale.totals()) ? ItemPoints.number(each.getValue()) : Optional.empty();
        return own.or(() -> each.getComponent().stream()
                .filter(part -> Coded.isAny(part.getCode(), scale.totals()))
                .map(ObservationComponentComponent::getValue)
                .flatMap(value -> ItemPoints.number(value).stream())
                .findFirst());
    }

    private List<Reading> loose() {
        return observations()
                .filter(each -> number(each.getCode()).isPresent() && when(each).isPresent())
                .collect(Collectors.groupingBy(this::looseSitting, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> loose(group.getKey(), group.getValue()))
                .toList();
    }

    private Reading loose(String sitting, List<Observation> items) {
        Map<Integer, BigDecimal> answers = new TreeMap<>();
        items.forEach(each -> ItemPoints.of(each.getValue(), scale.answers())
                .ifPresent(points -> answers.merge(number(each.getCode()).orElseThrow(), points, BigDecimal::max)));
        Moment when = items.stream()
                .flatMap(each -> when(each).stream())
                .min(Moment::compareTo)
                .orElseThrow();
        return new Reading(sitting, when, Optional.empty(), sum(answers), false, References.to(items.get(0)));
    }

    private Optional<ItemSum> sum(Map<Integer, BigDecimal> answers) {
        return answers.isEmpty() ? Optional.empty() : Optional.of(ItemSum.of(scale, answers));
    }

    private Optional<Integer> number(CodeableConcept code) {
        return Coded.codes(code).stream()
                .map(scale.items()::indexOf)
                .filter(index -> index >= 0)
                .map(index -> index + 1)
                .findFirst();
    }

    private String looseSitting(Observation item) {
        return response(item)
                .or(() -> panel(item))
                .orElseGet(() -> when(item).orElseThrow().first().toString());
    }

    private String sitting(Observation each) {
        return response(each).orElseGet(() -> References.to(each));
    }

    private static Optional<String> response(Observation each) {
        return References.of(each.getDerivedFrom()).stream()
                .filter(reference -> reference.startsWith("QuestionnaireResponse/"))
                .sorted()
                .findFirst();
    }

    private Optional<String> panel(Observation item) {
        String reference = References.to(item);
        return observations()
                .filter(each -> References.any(each.getHasMember(), reference)
                        || isTotalOrPanel(each) && References.any(each.getDerivedFrom(), reference))
                .map(this::sitting)
                .findFirst();
    }
}
