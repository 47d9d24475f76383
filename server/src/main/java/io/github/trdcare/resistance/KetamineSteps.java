package io.github.trdcare.resistance;

import io.github.trdcare.assessment.Step;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Span;
import io.github.trdcare.resistance.Exposure.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ketamine and esketamine as treatment steps: no trials of an antidepressant, but with an effect of their own. */
final class KetamineSteps {

    private KetamineSteps() {}

    /** One step for each drug in the episode, from its first dose to its last. */
    static Stream<Step> of(List<Exposure> exposures, Optional<Episode> episode) {
        return exposures.stream()
                .filter(exposure -> exposure.agent().kind() == Agent.Kind.KETAMINE
                        && episode.map(each -> each.holds(exposure.start())).orElse(true))
                .collect(Collectors.groupingBy(exposure -> exposure.agent().name(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(KetamineSteps::step);
    }

    /** Named as trials are: by the earliest statement, else request, else dose. */
    private static Step step(List<Exposure> same) {
        Exposure naming = same.stream()
                .min(Comparator.comparing(Exposure::source).thenComparing(Exposure::start))
                .orElseThrow();
        List<Exposure> doses = same.stream()
                .filter(exposure -> exposure.source() == Source.ADMINISTRATION)
                .toList();
        Optional<String> recorded = naming.notes().strategy();
        return new Step(
                naming.reference(),
                naming.agent().name(),
                recorded.orElse("ketamine"),
                recorded.isEmpty(),
                doses.isEmpty() ? new Span(naming.start(), naming.end()) : span(doses));
    }

    private static Span span(List<Exposure> doses) {
        List<Moment> days = doses.stream().map(Exposure::start).sorted().toList();
        return new Span(days.get(0), Optional.of(days.get(days.size() - 1)));
    }
}
