package io.github.trdcare.resistance;

import io.github.trdcare.assessment.Score;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;

/**
 * How severe the depression is, and how that is known.
 *
 * @param name subsyndromal, mild, moderate, severe or severe-psychotic
 * @param indicative whether only a patient's own scale says so
 */
public record Severity(String name, boolean indicative, List<String> evidence) {
    private static final List<String> SCALES = List.of("cgi-s", "hamd17", "madrs", "phq9");

    /** The coded severity goes first, that of the episode before that of another Condition; then recent scores. */
    static Optional<Severity> of(Chart chart, Staging staging, Optional<Episode> episode, List<Series> series) {
        return Stream.concat(
                        episode.map(Episode::condition).stream(),
                        chart.all(Condition.class).stream().filter(condition -> isPlain(chart, condition)))
                .flatMap(condition -> coded(staging, condition).stream())
                .findFirst()
                .or(() -> SCALES.stream()
                        .flatMap(scale -> scored(chart, staging, scale, series).stream())
                        .findFirst());
    }

    private static boolean isPlain(Chart chart, Condition condition) {
        return !condition.getMeta().hasProfile(Ours.definition("trd-condition"))
                && chart.start(condition.getAbatement()).isEmpty()
                && (!condition.hasOnset() || chart.start(condition.getOnset()).isPresent());
    }

    /** The more severe of what severity and code say, so that psychosis is not lost. */
    private static Optional<Severity> coded(Staging staging, Condition condition) {
        return staging.severityCodes().entrySet().stream()
                .filter(entry -> Coded.isAny(condition.getSeverity(), entry.getValue())
                        || Coded.isAny(condition.getCode(), entry.getValue()))
                .map(Map.Entry::getKey)
                .max(Comparator.comparing(staging::severityPoints))
                .map(name -> new Severity(name, false, List.of(References.to(condition))));
    }

    private static Optional<Severity> scored(Chart chart, Staging staging, String scale, List<Series> series) {
        LocalDate oldest = chart.today().minusDays(staging.scoreMaxAgeDays());
        Optional<Score> latest = series.stream()
                .filter(each -> each.scale().key().equals(scale))
                .flatMap(each -> each.scored().stream())
                .filter(score -> !score.when().firstDay().isBefore(oldest))
                .reduce((earlier, later) -> later);
        return latest.flatMap(score -> staging.severity(scale, score.total())
                .map(name -> new Severity(name, scale.equals("phq9"), score.evidence())));
    }
}
