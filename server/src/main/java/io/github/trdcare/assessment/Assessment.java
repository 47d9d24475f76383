package io.github.trdcare.assessment;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a chart into one series for each scale: a response, its items and its total are one taking. Where a stated total
 * contradicts its items, the items count; where two totals of one instant differ, the higher does.
 */
public final class Assessment {
    private final Scales scales;

    public Assessment(Scales scales) {
        this.scales = scales;
    }

    /** The series of every scale that the chart holds. */
    public List<Series> series(Chart chart) {
        return scales.all().stream()
                .map(scale -> series(chart, scale))
                .filter(series ->
                        !series.points().isEmpty() || !series.missing().isEmpty())
                .toList();
    }

    public Series series(Chart chart, Scale scale) {
        ObservedItems observed = new ObservedItems(chart, scale);
        List<Finding> missing = new ArrayList<>();
        List<Finding> conflict = new ArrayList<>();
        observed.unusable()
                .forEach(each -> missing.add(Finding.of(
                        "unit",
                        scale.title() + " total without a usable number: its unit is of something else",
                        References.to(each))));
        List<Score> takings =
                sittings(observed.readings(), new AnsweredForms(chart, scales.all()).readings(scale)).stream()
                        .flatMap(sitting -> taking(scale, sitting, missing, conflict).stream())
                        .toList();
        return new Series(scale, onePerMoment(scale, takings, conflict), missing, conflict);
    }

    private static Collection<List<Reading>> sittings(List<Reading> observed, List<Reading> forms) {
        return Stream.concat(observed.stream(), forms.stream())
                .sorted(Comparator.comparing(Reading::form).thenComparing(Reading::reference))
                .collect(Collectors.groupingBy(Reading::sitting, TreeMap::new, Collectors.toList()))
                .values();
    }

    private Optional<Score> taking(Scale scale, List<Reading> sitting, List<Finding> missing, List<Finding> conflict) {
        List<String> evidence =
                sitting.stream().map(Reading::reference).distinct().toList();
        List<BigDecimal> computed = totals(sitting.stream().flatMap(reading -> reading.computed().stream()));
        List<BigDecimal> stated = totals(sitting.stream().flatMap(reading -> trusted(reading).stream()));
        if (Stream.concat(computed.stream(), stated.stream()).distinct().count() > 1) {
            conflict.add(Finding.of("total-differs", scale.title() + " total contradicts its items", evidence)
                    .with(stated.isEmpty() ? computed.get(0) : stated.get(0)));
        }
        Optional<BigDecimal> value = Stream.concat(computed.stream(), stated.stream())
                .findFirst()
                .filter(total -> inRange(scale, total, evidence, conflict));
        if (value.isEmpty() && computed.isEmpty() && stated.isEmpty()) {
            int unanswered = unanswered(sitting);
            if (unanswered == 0) {
                return Optional.empty();
            }
            missing.add(unscored(scale, scales.incompleteUpTo(), unanswered, evidence));
        }
        return Optional.of(new Score(sitting.get(0).when(), value, evidence));
    }

    /** A form's own total is not trusted while answers to it are missing. */
    private static Optional<BigDecimal> trusted(Reading reading) {
        boolean doubtful = reading.form()
                && reading.items().filter(items -> !items.complete()).isPresent();
        return doubtful ? Optional.empty() : reading.stated();
    }

    private static boolean inRange(Scale scale, BigDecimal total, List<String> evidence, List<Finding> conflict) {
        if (!scale.inRange(total)) {
            conflict.add(Finding.of("out-of-range", scale.title() + " total lies outside its scale", evidence)
                    .with(total));
        }
        return scale.inRange(total);
    }

    static Finding unscored(Scale scale, int incompleteUpTo, int unanswered, List<String> evidence) {
        String kind = unanswered <= incompleteUpTo ? "incomplete" : "unscored";
        return Finding.of("score", scale.title() + " is " + kind + ": " + unanswered + " not answered", evidence)
                .with(kind);
    }

    private static int unanswered(List<Reading> sitting) {
        return sitting.stream()
                .flatMap(reading -> reading.items().stream())
                .mapToInt(ItemSum::unanswered)
                .min()
                .orElse(0);
    }

    private static List<BigDecimal> totals(Stream<BigDecimal> values) {
        return values.map(Assessment::plain)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Equal numbers are written alike: 20, not 20.0 or 2E+1. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<Score> onePerMoment(Scale scale, List<Score> takings, List<Finding> conflict) {
        TreeMap<Moment, List<Score>> byMoment =
                takings.stream().collect(Collectors.groupingBy(Score::when, TreeMap::new, Collectors.toList()));
        return byMoment.values().stream()
                .map(same -> join(scale, same, conflict))
                .toList();
    }

    private static Score join(Scale scale, List<Score> same, List<Finding> conflict) {
        List<BigDecimal> totals = totals(same.stream().flatMap(score -> score.value().stream()));
        List<String> evidence = same.stream()
                .flatMap(score -> score.evidence().stream())
                .distinct()
                .toList();
        if (totals.size() > 1) {
            conflict.add(Finding.of(
                            "totals-differ", scale.title() + " has two totals at one time; the higher counts", evidence)
                    .with(totals.get(0)));
        }
        return new Score(same.get(0).when(), totals.stream().findFirst(), evidence);
    }
}
