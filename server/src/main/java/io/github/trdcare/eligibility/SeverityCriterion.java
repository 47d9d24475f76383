package io.github.trdcare.eligibility;

import io.github.trdcare.assessment.Score;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.eligibility.CoveragePolicy.ScaleLimit;
import io.github.trdcare.resistance.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether the depression is as severe as a policy asks: by its code or a clinician's scale, or by the policy's own scale. */
final class SeverityCriterion {
    private static final String ID = "severity";
    private static final List<String> ORDER = List.of("subsyndromal", "mild", "moderate", "severe", "severe-psychotic");

    private final Chart chart;
    private final List<Series> series;
    private final int maxAgeDays;

    SeverityCriterion(Chart chart, List<Series> series, int maxAgeDays) {
        this.chart = chart;
        this.series = series;
        this.maxAgeDays = maxAgeDays;
    }

    Criterion of(String wanted, Optional<ScaleLimit> limit, boolean anyScale, Optional<Severity> severity) {
        Optional<Score> score = limit.flatMap(each -> recent(each.scale()));
        BigDecimal least = limit.map(ScaleLimit::min).orElse(BigDecimal.ZERO);
        if (score.filter(each -> each.total().compareTo(least) >= 0).isPresent()) {
            return Criterion.met(
                    ID, words(limit.get(), score.get()) + least, score.get().evidence());
        }
        Optional<Severity> known = severity.filter(each -> !each.indicative() || anyScale);
        if (known.isPresent()) {
            boolean enough = ORDER.indexOf(known.get().name()) >= ORDER.indexOf(wanted);
            String text = "The depression is " + known.get().name() + "; the policy asks for " + wanted + " or worse";
            return enough
                    ? Criterion.met(ID, text, known.get().evidence())
                    : Criterion.notMet(ID, text, known.get().evidence());
        }
        return score.map(each -> Criterion.notMet(ID, words(limit.get(), each) + least, each.evidence()))
                .orElseGet(() ->
                        Criterion.missing(ID, "No coded severity, and no score of the last " + maxAgeDays + " days"));
    }

    private static String words(ScaleLimit limit, Score score) {
        return limit.scale() + " of " + score.total() + " on " + score.when().firstDay() + "; the policy asks for ";
    }

    Optional<Score> recent(String scale) {
        LocalDate oldest = chart.today().minusDays(maxAgeDays);
        return series.stream()
                .filter(each -> each.scale().key().equals(scale))
                .flatMap(each -> each.scored().stream())
                .filter(score -> !score.when().firstDay().isBefore(oldest))
                .reduce((earlier, later) -> later);
    }
}
