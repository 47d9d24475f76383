package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** Cuts the figures of a measure into complete windows, oldest first. */
final class Windows {
    private static final int DAYS = 7;

    private final Chart chart;
    private final Measure measure;

    Windows(Chart chart, Measure measure) {
        this.chart = chart;
        this.measure = measure;
    }

    /** Calendar weeks that are over, or stretches of seven days back from today. */
    List<Window> complete() {
        TreeMap<LocalDate, List<Figure>> byStart = figures()
                .collect(Collectors.groupingBy(figure -> start(figure.day()), TreeMap::new, Collectors.toList()));
        return byStart.entrySet().stream()
                .filter(week -> !week.getKey().plusDays(DAYS - 1L).isAfter(chart.today()))
                .map(week -> window(week.getKey(), week.getValue()))
                .toList();
    }

    private LocalDate start(LocalDate day) {
        if (measure.weekly()) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        long back = chart.today().toEpochDay() - day.toEpochDay();
        return chart.today().minusDays(back / DAYS * DAYS + DAYS - 1L);
    }

    /** A week has its own figure, else the sum of its days; seven days have an average. */
    private Window window(LocalDate first, List<Figure> figures) {
        List<Figure> own = figures.stream().filter(figure -> !figure.daily()).toList();
        List<Figure> used = own.isEmpty() ? figures : own;
        BigDecimal sum = used.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = !measure.weekly()
                ? sum.divide(BigDecimal.valueOf(used.size()), MathContext.DECIMAL32)
                : own.isEmpty() ? sum : own.get(own.size() - 1).value();
        return new Window(
                first,
                first.plusDays(DAYS - 1L),
                value,
                used.stream().map(Figure::reference).toList());
    }

    private Stream<Figure> figures() {
        return chart.all(Observation.class).stream()
                .flatMap(observation -> figure(observation).stream())
                .sorted(java.util.Comparator.comparing(Figure::when).thenComparing(Figure::reference));
    }

    private Optional<Figure> figure(Observation observation) {
        boolean own = Coded.is(observation.getCode(), measure.code());
        boolean daily = measure.daily()
                .filter(code -> Coded.is(observation.getCode(), code))
                .isPresent();
        return Optional.of(observation)
                .filter(each -> own || daily)
                .flatMap(each -> chart.start(each.getEffective()))
                .filter(Moment::dayKnown)
                .flatMap(when -> value(observation.getValue())
                        .map(value -> new Figure(when, value, !own, References.to(observation))));
    }

    /** In the measure's unit, whether or not it says "per week" itself; counts may stand as integers. */
    private Optional<BigDecimal> value(Type value) {
        if (value instanceof Quantity quantity) {
            return Stream.of(measure.unit(), measure.unit() + "/wk", measure.unit() + "/d", "/wk", "/d")
                    .filter(unit -> !unit.startsWith("/") || measure.unit().equals("1"))
                    .flatMap(unit -> Units.in(quantity, unit).stream())
                    .findFirst();
        }
        if (value instanceof BooleanType answer && answer.hasValue()) {
            return Optional.of(answer.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        return value instanceof IntegerType number && number.hasValue()
                ? Optional.of(BigDecimal.valueOf(number.getValue()))
                : Optional.empty();
    }

    private record Figure(Moment when, BigDecimal value, boolean daily, String reference) {
        LocalDate day() {
            return when.firstDay();
        }
    }
}
