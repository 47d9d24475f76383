package io.github.trdcare.resistance;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;

/** What to mind about the drugs themselves: MAOI washout, the seizure threshold, monitoring under augmentation. */
public final class MedicationSafety {
    private final Agents agents;
    private final Row monitoring;

    public MedicationSafety(Knowledge knowledge) {
        this.agents = Agents.read(knowledge);
        this.monitoring =
                knowledge.document("monitoring.yaml").only("monitoring").row("monitoring");
    }

    public List<Finding> findings(Chart chart) {
        return Stream.of(washouts(chart), thresholdDrugs(chart), monitoringDue(chart))
                .flatMap(Collection::stream)
                .toList();
    }

    /** Switches to or from an MAOI with fewer free days than the first drug asks for (14; after fluoxetine 35). */
    public List<Finding> washouts(Chart chart) {
        Collection<List<Exposure>> drugs = antidepressants(chart);
        return drugs.stream()
                .flatMap(first -> drugs.stream()
                        .filter(second -> isMaoiSwitch(first, second))
                        .flatMap(second -> washout(first, second, chart.today()).stream()))
                .toList();
    }

    /** Drugs taken now that lower the seizure threshold: to be known before TMS. */
    public List<Finding> thresholdDrugs(Chart chart) {
        return takenNow(chart)
                .filter(exposure -> exposure.agent().lowersSeizureThreshold())
                .map(exposure -> Finding.of(
                                "seizure-threshold-drug", "Lowers the seizure threshold", exposure.reference())
                        .with(exposure.agent().name()))
                .distinct()
                .toList();
    }

    /** What augmentation asks to be measured, and was not within its interval. */
    public List<Finding> monitoringDue(Chart chart) {
        return takenNow(chart)
                .flatMap(exposure -> exposure.agent().monitoring().map(monitoring::row).stream()
                        .filter(rule -> lastResult(chart, rule)
                                .filter(day -> !day.isBefore(chart.today().minusDays(rule.whole("everyDays"))))
                                .isEmpty())
                        .map(rule -> Finding.of("monitoring-due", rule.text("text"), exposure.reference())
                                .with(rule.key())))
                .distinct()
                .toList();
    }

    private Collection<List<Exposure>> antidepressants(Chart chart) {
        return new Exposures(chart, agents)
                .read().stream()
                        .filter(exposure -> exposure.agent().isAntidepressant())
                        .collect(Collectors.groupingBy(
                                exposure -> exposure.agent().name(), TreeMap::new, Collectors.toList()))
                        .values();
    }

    private Stream<Exposure> takenNow(Chart chart) {
        return new Exposures(chart, agents)
                .read().stream().filter(exposure -> exposure.surelyOn(chart.today(), chart.today()));
    }

    private static boolean isMaoiSwitch(List<Exposure> first, List<Exposure> second) {
        Agent one = first.get(0).agent();
        Agent other = second.get(0).agent();
        return one != other && (one.isMaoi() || other.isMaoi());
    }

    /** The last day of the first drug before each start of the second; an overlap is no washout at all. */
    private static Optional<Finding> washout(List<Exposure> first, List<Exposure> second, LocalDate today) {
        int needed = first.get(0).agent().maoiGapDays().orElse(0);
        return second.stream()
                .flatMap(next -> first.stream()
                        .filter(earlier ->
                                earlier.start().firstDay().isBefore(next.start().firstDay()))
                        .filter(earlier -> gap(earlier, next, today) < needed)
                        .map(earlier -> Finding.of(
                                        "maoi-washout",
                                        "Fewer than " + needed + " days between "
                                                + earlier.agent().name() + " and "
                                                + next.agent().name(),
                                        earlier.reference(),
                                        next.reference())
                                .with(Math.max(0, gap(earlier, next, today)))))
                .findFirst();
    }

    private static long gap(Exposure earlier, Exposure next, LocalDate today) {
        return ChronoUnit.DAYS.between(earlier.lastDay(today), next.start().firstDay());
    }

    private static Optional<LocalDate> lastResult(Chart chart, Row rule) {
        return chart.all(Observation.class).stream()
                .filter(result -> Coded.words(result.getCode())
                        .map(words -> words.toLowerCase(Locale.ROOT))
                        .anyMatch(words -> rule.texts("words").stream().anyMatch(words::contains)))
                .flatMap(result -> chart.start(result.getEffective()).stream())
                .map(moment -> moment.firstDay())
                .max(LocalDate::compareTo);
    }
}
